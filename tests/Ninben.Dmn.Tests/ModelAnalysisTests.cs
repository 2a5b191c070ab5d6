using System.Collections.Immutable;
using System.Globalization;
using System.Security;
using System.Text;
using Ninben.Feel;

namespace Ninben.Dmn.Tests;

public sealed class ModelAnalysisTests
{
    [Fact]
    public void A_complete_table_without_overlaps_has_no_findings() =>
        Assert.Empty(Analyse("UNIQUE", "< 10|\"a\"", "< 10|not(\"a\")", ">= 10|-"));

    [Theory]
    [InlineData("UNIQUE", "< 10|-;> 10|-", "dmn-gap", "x = 10")]
    [InlineData("UNIQUE", "< 10|\"a\";>= 10|-", "dmn-gap", "x = 9, y = \"any other text\"")]
    [InlineData("UNIQUE", "[0..10]|-;(10.5..20]|-;< 0|-;> 20|-", "dmn-gap", "x = 10.25")]
    [InlineData("UNIQUE", "<= 10|-;>= 10|-", "dmn-overlap", "Rules 1 and 2 both match x = 10")]
    [InlineData("UNIQUE", "-|\"a\";> 10|\"a\", \"b\";< 0|not(\"a\");[0..10]|not(\"a\");> 10|not(\"a\", \"b\")", "dmn-overlap", "x = 11, y = \"a\"")]
    [InlineData("FIRST", "< 10|-;[2..5]|\"a\";-|-", "dmn-shadowed-rule", "Rule 2 never decides: rule 1")]
    [InlineData("FIRST", "[10..5]|-;-|\"a\";-|-", "dmn-unreachable-rule", "Rule 1 never matches")]
    [InlineData("FIRST", "< 10|-;-|-", "dmn-unused-input", "No rule asks for 'y'")]
    [InlineData("FIRST", "< 0.5|\"a\";< 0.8|\"a\";> 90|\"a\";-|-", "dmn-unit", "Rule 3 compares 'x' with 90")]
    public void A_mistake_is_found_with_an_input_that_shows_it(string policy, string rules, string code, string words)
    {
        Diagnostic found = Analyse(policy, rules.Split(';')).First(diagnostic => diagnostic.Code == code);

        Assert.Contains(words, found.Message, StringComparison.Ordinal);
        Assert.Equal(DiagnosticSeverity.Warning, found.Severity);
        Assert.NotNull(found.Hint);
    }

    [Fact]
    public void Random_tables_have_a_gap_where_one_is_reported_and_none_where_not()
    {
        for (int seed = 1; seed <= 200; seed++)
        {
            Random random = new(seed);
            string[] rules = [.. Enumerable.Range(0, random.Next(2, 7)).Select(_ => $"{Cell(random)}|{(random.Next(2) == 0 ? "-" : "\"a\"")}")];
            DecisionDefinition decision = Model("UNIQUE", rules).Decisions[0];

            bool reported = Analyse("UNIQUE", rules).Any(found => found.Code == "dmn-gap");

            bool exists = Enumerable.Range(-2, 30).Any(half => new[] { "a", "b" }.Any(y => Matches(decision, half / 2m, y) == 0));
            Assert.True(reported == exists, $"seed {seed}: {string.Join("; ", rules)}: reported {reported}, exists {exists}");
        }
    }

    [Fact]
    public void A_table_of_ten_thousand_rules_is_analysed_within_its_budget_of_work()
    {
        string[] rules = [.. Enumerable.Range(0, 10_000).Select(i => $"[{i}..{i + 1})|\"t{i % 7}\"")];

        Diagnostic[] found = [.. Analyse("UNIQUE", rules)];

        Assert.Contains(found, diagnostic => diagnostic.Code == "dmn-gap");
    }

    private static string Cell(Random random)
    {
        int low = random.Next(0, 10);
        return random.Next(4) switch { 0 => $"< {low}", 1 => $">= {low}", 2 => $"[{low}..{low + random.Next(0, 4)}]", _ => "-" };
    }

    private static int Matches(DecisionDefinition decision, decimal x, string y)
    {
        DecisionResult result = decision.Evaluate(FeelContext.Empty.With("x", FeelValue.From(x)).With("y", FeelValue.From(y)));
        return result.Matched.Length;
    }

    private static ImmutableArray<Diagnostic> Analyse(string policy, params string[] rules) => ModelAnalysis.Of(Model(policy, rules));

    private static DmnModel Model(string policy, string[] rules)
    {
        StringBuilder xml = new("""
            <inputData id="x" name="x"/><inputData id="y" name="y"/><decision id="d" name="D">
            <informationRequirement><requiredInput href="#x"/></informationRequirement>
            <informationRequirement><requiredInput href="#y"/></informationRequirement>
            """);
        xml.Append(CultureInfo.InvariantCulture, $"<decisionTable hitPolicy=\"{policy}\">");
        xml.Append("<input><inputExpression typeRef=\"number\"><text>x</text></inputExpression></input>");
        xml.Append("<input><inputExpression typeRef=\"string\"><text>y</text></inputExpression></input><output/>");
        foreach (string[] cells in rules.Select(rule => rule.Split('|'))) xml.Append(CultureInfo.InvariantCulture,
            $"<rule><inputEntry><text>{SecurityElement.Escape(cells[0])}</text></inputEntry>" +
            $"<inputEntry><text>{SecurityElement.Escape(cells[1])}</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>");
        DmnReading reading = Models.Read(xml.Append("</decisionTable></decision>").ToString());
        return reading.Model ?? throw new ArgumentException(string.Join("; ", reading.Diagnostics));
    }
}
