using System.Text;
using Ninben.Feel;

namespace Ninben.Dmn.Tests;

public sealed class DmnReaderTests
{
    [Fact]
    public void A_cell_with_a_pattern_that_refers_back_is_a_warning_and_still_evaluates()
    {
        DmnReading reading = Models.Read("""
            <inputData id="a" name="a"/><decision id="d" name="d"><informationRequirement><requiredInput href="#a"/></informationRequirement>
              <decisionTable><input label="a"><inputExpression><text>a</text></inputExpression></input><output/>
                <rule><inputEntry><text>matches(?, "(a)\\1")</text></inputEntry><outputEntry><text>1</text></outputEntry></rule></decisionTable></decision>
            """);

        Diagnostic warning = Assert.Single(reading.Diagnostics);
        Assert.Equal(("feel-back-reference", DiagnosticSeverity.Warning, false), (warning.Code, warning.Severity, warning.Hint is null));
        Assert.Equal(FeelValue.From(1), reading.Model!.Find("d")!.Evaluate(FeelContext.Empty.With("a", FeelValue.From("baab"))).Output);
    }

    [Fact]
    public void A_syntax_error_points_into_its_cell()
    {
        DmnReading reading =
            Models.Read("<decision id=\"d\" name=\"D\">\n<literalExpression id=\"l\">\n  <text>1 + * 2</text>\n</literalExpression></decision>");

        Assert.Null(reading.Model);
        Diagnostic diagnostic = Assert.Single(reading.Diagnostics);
        Assert.Equal(("feel-syntax", "m.dmn", 4, 4, "l"),
            (diagnostic.Code, diagnostic.Location.Source, diagnostic.Location.Line, diagnostic.Location.Offset, diagnostic.Location.Element));
    }

    [Theory]
    [InlineData("<text>1 + * 2</text>", 3, 13)]
    [InlineData("<text>  \n  1 + * 2</text>", 4, 7)]
    [InlineData("<text>1 &lt; * 2</text>", 3, 16)]
    [InlineData("<text>1 &lt; 3 and\r\n   * 2</text>", 4, 4)]
    [InlineData("<text><![CDATA[1 < * 2]]></text>", 3, 22)]
    [InlineData("<text>\"&#x1F434;&#65;\" + * 2</text>", 3, 28)]
    [InlineData("<text>1 + <!-- why --> * 2</text>", 3, 26)]
    public void A_fault_in_a_cell_has_its_own_line_and_column(string text, int line, int column)
    {
        DmnReading reading = Models.Read($"<decision id=\"d\" name=\"D\"><literalExpression>\n  {text}</literalExpression></decision>");

        Diagnostic diagnostic = Assert.Single(reading.Diagnostics);
        Assert.Equal((line, column), (diagnostic.Location.Line, diagnostic.Location.Column));
    }

    [Fact]
    public void Every_faulty_cell_is_reported()
    {
        DmnReading reading = Models.Read("""
            <decision id="d" name="D"><decisionTable id="t"><input><inputExpression><text>1</text></inputExpression></input><output/>
            <rule><inputEntry id="a"><text>&lt; </text></inputEntry><outputEntry id="b"><text>(</text></outputEntry></rule>
            <rule><inputEntry id="c"><text>[1..</text></inputEntry><outputEntry><text>1</text></outputEntry></rule></decisionTable></decision>
            """);

        Assert.Equal(["a", "b", "c"], reading.Diagnostics.Select(diagnostic => diagnostic.Location.Element));
    }

    [Fact]
    public void Unknown_names_references_policies_and_cycles_are_found()
    {
        Assert.Equal(DiagnosticSeverity.Warning,
            Assert.Single(Models.Read(
            "<decision id=\"d\" name=\"D\"><literalExpression><text>nobody</text></literalExpression></decision>").Diagnostics).Severity);
        Assert.Equal("dmn-reference",
            Assert.Single(Models.Read(
            "<decision id=\"d\" name=\"D\"><informationRequirement><requiredInput href=\"#no\"/></informationRequirement></decision>").Diagnostics).Code);
        Assert.Equal("dmn-hit-policy",
            Assert.Single(Models.Read("<decision id=\"d\" name=\"D\"><decisionTable hitPolicy=\"BEST\"/></decision>").Diagnostics).Code);
        Assert.Equal("dmn-cycle", Assert.Single(Models.Read("""
            <decision id="a" name="A"><informationRequirement><requiredDecision href="#b"/></informationRequirement></decision>
            <decision id="b" name="B"><informationRequirement><requiredDecision href="#a"/></informationRequirement></decision>
            """).Diagnostics).Code);
    }

    [Theory]
    [InlineData("http://www.omg.org/spec/DMN/20151101/dmn.xsd")]
    [InlineData("http://www.omg.org/spec/DMN/20180521/MODEL/")]
    [InlineData("https://www.omg.org/spec/DMN/20191111/MODEL/")]
    [InlineData("https://www.omg.org/spec/DMN/20211108/MODEL/")]
    [InlineData(Models.Space)]
    public void Reads_every_version(string space) => Assert.NotNull(Models.Read("<inputData id=\"x\" name=\"x\"/>", space).Model);

    [Fact]
    public void Refuses_another_namespace() => Assert.Equal("dmn-namespace", Assert.Single(Models.Read("", "urn:other").Diagnostics).Code);

    [Fact]
    public void Refuses_external_entities_and_entity_bombs()
    {
        string external = $"<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><definitions xmlns=\"{Models.Space}\" name=\"&e;\"/>";
        string bomb = $"<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><definitions xmlns=\"{Models.Space}\" name=\"&b;\"/>";

        Assert.Equal("xml-malformed", Assert.Single(DmnReader.Read(Encoding.UTF8.GetBytes(external)).Diagnostics).Code);
        Assert.Equal("xml-malformed", Assert.Single(DmnReader.Read(Encoding.UTF8.GetBytes(bomb)).Diagnostics).Code);
    }

    [Fact]
    public void Refuses_depth_number_and_size_beyond_the_limits()
    {
        string deep = string.Concat(Enumerable.Repeat("<context>", 200)) + string.Concat(Enumerable.Repeat("</context>", 200));

        Assert.Equal("xml-too-deep", Assert.Single(Models.Read(deep).Diagnostics).Code);
        Assert.Equal("xml-too-many-elements", Assert.Single(Models.Read(string.Concat(Enumerable.Repeat("<a/>", 200_001))).Diagnostics).Code);
        Assert.Equal("xml-too-large", Assert.Single(DmnReader.Read(new byte[(10 * 1024 * 1024) + 1]).Diagnostics).Code);
        Assert.Equal("xml-malformed", Assert.Single(Models.Read("<a>").Diagnostics).Code);
        Assert.Equal("xml-malformed", Assert.Single(DmnReader.Read(Array.Empty<byte>()).Diagnostics).Code);
    }

    [Fact]
    public void The_hash_names_the_bytes()
    {
        DmnModel model = Models.Read("").Model!;

        Assert.Equal(64, model.Hash.Length);
        Assert.NotEqual(model.Hash, Models.Read(" ").Model!.Hash);
    }
}
