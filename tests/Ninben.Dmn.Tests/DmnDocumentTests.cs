using System.Text;
using System.Xml;
using Ninben.Dev.Commands.Conformance.Dmn;
using Ninben.Feel;

namespace Ninben.Dmn.Tests;

public sealed class DmnDocumentTests
{
    private const string Head = "<d:definitions xmlns:d=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" id=\"m\" name=\"M\" namespace=\"urn:m\"";

    private static readonly string Rich = $$"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <!-- before the root -->
        <?editor keep="this"?>
        {{Head}} xmlns:x="urn:x" xmlns:same="urn:x" x:tool='a "quoted" name' exporter="e&#10;1">
          <d:description>Two&#13;lines &amp; <![CDATA[<b>raw</b>]]> text</d:description>
          <d:extensionElements><x:note level="1">kept<same:inner xmlns="urn:default"><child/></same:inner></x:note></d:extensionElements>
          <!-- a decision --><d:decision id="a" name="A" x:colour="red" unknown="1">
            <d:literalExpression><d:text><![CDATA[if 1 < 2 then "yes" else "no"]]></d:text></d:literalExpression>
          </d:decision>
          <dmndi:DMNDI xmlns:dmndi="https://www.omg.org/spec/DMN/20230324/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/">
            <dmndi:DMNDiagram><dmndi:DMNShape dmnElementRef="a"><dc:Bounds height="60.0" width="1e2" x="0" y="-1"/></dmndi:DMNShape></dmndi:DMNDiagram>
          </dmndi:DMNDI>
        </d:definitions>
        <!-- after the root -->
        """;

    [Theory]
    [InlineData("")]
    [InlineData("<a:b xmlns:a=\"urn:1\"><a:b xmlns:a=\"urn:2\"/></a:b>")]
    [InlineData("<d:decision id=\"a\" name=\"A\">\r\n\t<d:question>  blank  </d:question>\u0009</d:decision>")]
    [InlineData("<d:description xml:space=\"preserve\" xml:lang=\"de\"> &lt;&gt;&amp;&#x1F434;]]&gt; </d:description>")]
    public void A_document_is_written_as_it_was_read(string body) => AssertKept(Encoding.UTF8.GetBytes($"{Head}>{body}</d:definitions>"));

    [Fact]
    public void Diagrams_extensions_comments_and_prefixes_are_kept() => AssertKept(Encoding.UTF8.GetBytes(Rich));

    [Fact]
    public void A_document_in_another_encoding_keeps_its_text()
    {
        byte[] xml = Encoding.Latin1.GetBytes($"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>{Head}><d:decision id=\"a\" name=\"Größe\"/></d:definitions>");

        AssertKept(xml);
        Assert.Equal("Größe", Read(DmnDocument.Read(xml).Document!.Write()).Decisions[0].Name);
    }

    [Fact]
    public void What_was_written_gives_the_same_answers()
    {
        DmnDocument document = DmnDocument.Read(Encoding.UTF8.GetBytes(Rich)).Document!;

        DmnModel again = Read(document.Write());

        Assert.Equal(document.Model.Decisions.Select(decision => (decision.Id, decision.Name)),
            again.Decisions.Select(decision => (decision.Id, decision.Name)));
        Assert.Equal(FeelValue.From("yes"), again.Find("A")!.Evaluate(FeelContext.Empty).Output);
    }

    [Fact]
    public void A_faulty_or_hostile_document_is_refused_as_by_the_reader()
    {
        string bomb = $"<!DOCTYPE d [<!ENTITY a \"aaaa\">]><definitions xmlns=\"{Models.Space}\" name=\"&a;\"/>";
        string deep = string.Concat(Enumerable.Repeat("<a>", 200)) + string.Concat(Enumerable.Repeat("</a>", 200));

        foreach (string xml in (ReadOnlySpan<string>)[bomb, deep, "<a>", ""])
        {
            DmnDocumentReading reading = DmnDocument.Read(Encoding.UTF8.GetBytes(xml));

            Assert.Null(reading.Document);
            Assert.Equal(DmnReader.Read(Encoding.UTF8.GetBytes(xml)).Diagnostics, reading.Diagnostics);
        }
    }

    [Fact]
    public void Every_model_of_the_suite_and_of_the_samples_is_kept()
    {
        string[] files = [.. Directory.GetFiles(Path.Combine(Repository.Root, "samples"), "*.dmn", SearchOption.AllDirectories),
            .. Directory.GetFiles(Repository.Tck(), "*.dmn", SearchOption.AllDirectories)];

        Assert.All(files, file => AssertKept(File.ReadAllBytes(file)));
    }

    [Fact]
    public void Written_models_of_the_suite_give_the_same_answers()
    {
        string suite = Repository.Tck();

        IEnumerable<(string, bool, string)> written = [.. TckRunner.RunAll(suite, Again).Select(Facts)];

        Assert.Equal([.. TckRunner.RunAll(suite).Select(Facts)], written);
    }

    private static (string, bool, string) Facts(TckOutcome outcome) => (outcome.Case.Folder + " " + outcome.Case.Id, outcome.Passed, outcome.Message);

    private static ReadOnlyMemory<byte> Again(ReadOnlyMemory<byte> xml) =>
        DmnDocument.Read(xml, null, new DmnReadOptions { ExternalFunctions = ExternalFunctions.PureJava }).Document!.Write();

    private static DmnModel Read(ReadOnlyMemory<byte> xml) => DmnReader.Read(xml).Model!;

    private static void AssertKept(byte[] xml)
    {
        DmnReadOptions options = new() { ExternalFunctions = ExternalFunctions.PureJava };
        DmnDocumentReading reading = DmnDocument.Read(xml, "m.dmn", options);
        Assert.True(reading.Document is not null, string.Join("; ", reading.Diagnostics));

        Assert.Equal(Infoset(xml), Infoset(reading.Document.Write().ToArray()));
    }

    // What the XML information set holds of a document, node by node; attributes have no order.
    private static List<string> Infoset(byte[] xml)
    {
        List<string> nodes = [];
        using XmlReader reader = XmlReader.Create(new MemoryStream(xml), new XmlReaderSettings { XmlResolver = null });
        while (reader.Read())
        {
            string value = reader.NodeType == XmlNodeType.XmlDeclaration ? $"standalone {reader.GetAttribute("standalone")}" : reader.Value;
            nodes.Add($"{reader.Depth} {reader.NodeType} {reader.Name} {{{reader.NamespaceURI}}} {value}");
            if (reader.NodeType != XmlNodeType.Element) continue;
            List<string> attributes = [];
            while (reader.MoveToNextAttribute()) attributes.Add($"  {reader.Name} {{{reader.NamespaceURI}}} {reader.Value}");
            attributes.Sort(StringComparer.Ordinal);
            nodes.AddRange(attributes);
            // An element without content ends, however it is written.
            reader.MoveToElement();
            if (reader.IsEmptyElement) nodes.Add($"{reader.Depth} EndElement {reader.Name} {{{reader.NamespaceURI}}} ");
        }

        return nodes;
    }
}
