using System.Collections.Immutable;
using System.Security;
using System.Text;
using Ninben.Dmn;
using Ninben.Feel;
using Ninben.Oversight.Gates;

namespace Ninben.Oversight.Tests.Gates;

public class GatePolicyCheckTests
{
    [Theory]
    [InlineData("\"pass\"")]
    [InlineData("if x then \"pass\" else \"hold\"")]
    [InlineData("if x then {outcome: \"pass\"} else if y then {outcome: \"hold\", reasons: for f in x return {code: f}, tier: [\"low\", \"high\"][y]} else x")]
    [InlineData("{outcome: \"hold\", reasons: [{code: \"a\", text: \"B\"}, \"C\", null], group: x, priority: y * 2, sla: duration(\"PT4H\")}")]
    [InlineData("{outcome: \"block\", reasons: \"No\", tier: null, group: null, sla: 30, priority: 0}")]
    [InlineData("{outcome: x, sla: \"P1D\", reasons: {text: x}}")]
    public void A_policy_that_a_gate_understands_has_no_findings(string expression) => Assert.Empty(Check(Literal(expression)));

    [Theory]
    [InlineData("\"pas\"", "gate-outcome", "answers the outcome \"pas\".", "Did you mean \"pass\"?", 1)]
    [InlineData("if x then \"pass\" else \"deny\"", "gate-outcome", "answers the outcome \"deny\".", "Answer \"pass\", \"hold\" or \"block\".", 23)]
    [InlineData("if x then {outcome: \"pass\"} else 1", "gate-answer", "answers 1 instead of an outcome.", "Answer", 34)]
    [InlineData("x > 1", "gate-answer", "answers of the kind Boolean instead of an outcome.", "Answer", 1)]
    [InlineData("[\"pass\"]", "gate-answer", "answers", "Answer", 1)]
    [InlineData("[x]", "gate-answer", "answers a list.", "Choose the hit policy", 1)]
    [InlineData("{tier: x}", "gate-outcome", "answers no outcome.", "Add the output", 1)]
    [InlineData("{outcome: true}", "gate-outcome", "answers the outcome true.", "Answer", 11)]
    [InlineData("{outcome: \"hold\", tier: \"critcal\"}", "gate-tier", "answers the tier \"critcal\".", "Did you mean \"critical\"?", 25)]
    [InlineData("{outcome: \"hold\", tier: [\"low\", \"extreme\"][x]}", "gate-tier", "answers the tier \"extreme\".", "Answer \"low\"", 33)]
    [InlineData("{outcome: \"hold\", sla: -5}", "gate-sla", "answers the sla -5.", "Answer a duration", 24)]
    [InlineData("{outcome: \"hold\", sla: \"P1Y\"}", "gate-sla", "answers the sla", "Answer a duration", 24)]
    [InlineData("{outcome: \"hold\", sla: x > 1}", "gate-sla", "of the kind Boolean", "Answer a duration", 24)]
    [InlineData("{outcome: \"hold\", priority: 101}", "gate-priority", "answers the priority 101.", "from 0 to 100", 29)]
    [InlineData("{outcome: \"hold\", priority: \"high\"}", "gate-priority", "answers the priority \"high\".", "from 0 to 100", 29)]
    [InlineData("{outcome: \"hold\", group: [\"a\", x]}", "gate-group", "answers the group as a list.", "as a text", 26)]
    [InlineData("{outcome: \"hold\", reasons: [\"a\", 7]}", "gate-reasons", "answers the reasons 7.", "Answer texts", 34)]
    [InlineData("{outcome: \"hold\", reasons: [{message: x}]}", "gate-reasons", "answers the reasons as a context.", "Answer texts", 29)]
    public void An_answer_that_a_gate_never_understands_is_an_error_at_its_place(string expression, string code, string words, string hint, int column)
    {
        var found = Assert.Single(Check(Literal(expression)));

        Assert.Equal((code, DiagnosticSeverity.Error, "e", column), (found.Code, found.Severity, found.Location.Element, found.Location.Offset + 1));
        Assert.StartsWith("The gate policy 'Gate' answers", found.Message, StringComparison.Ordinal);
        Assert.Contains(words, found.Message, StringComparison.Ordinal);
        Assert.Contains(hint, found.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("if x then \"pass\" else null", "gate-answer")]
    [InlineData("{outcome: \"pass\", teir: \"low\"}", "gate-entry")]
    public void What_holds_only_sometimes_or_does_no_harm_is_a_warning(string expression, string code) =>
        Assert.Equal((code, DiagnosticSeverity.Warning), Assert.Single(Check(Literal(expression)).Select(found => (found.Code, found.Severity))));

    [Fact]
    public void The_cells_of_a_table_are_looked_at_rule_by_rule()
    {
        var found = Check(Table("FIRST", "<output name=\"outcome\"/><output name=\"tier\"/>", "\"pass\"|\"low\"", "\"pas\"|null", "\"hold\"|\"urgent\""));

        Assert.Equal([("gate-outcome", "c10"), ("gate-tier", "c21")], found.Select(one => (one.Code, one.Location.Element)));
    }

    [Fact]
    public void A_table_that_answers_a_list_or_has_no_outcome_is_an_error()
    {
        Assert.Equal("gate-answer", Assert.Single(Check(Table("COLLECT", "<output/>", "\"pass\""))).Code);
        Assert.Equal(["gate-outcome", "gate-entry"],
            Check(Table("FIRST", "<output name=\"result\"/><output name=\"tier\"/>", "\"pass\"|\"low\"")).Select(found => found.Code));
    }

    [Fact]
    public void Only_the_decisions_that_are_gates_are_looked_at()
    {
        var model = Read(Literal("7"));

        Assert.Empty(GatePolicyCheck.Of(model, new HashSet<string> { "other" }));
        Assert.Single(GatePolicyCheck.Of(model, new HashSet<string> { "g" }));
    }

    [Fact]
    public void What_is_said_to_be_misunderstood_is_held_when_it_is_judged()
    {
        string[] answers = ["\"pas\"", "7", "{tier: \"low\"}", "{outcome: \"hold\", sla: -5}", "{outcome: \"hold\", priority: 101}",
            "{outcome: \"hold\", tier: \"critcal\"}", "{outcome: \"hold\", reasons: [{message: \"x\"}]}", "{outcome: \"pass\", group: 3}"];
        var basis = new GateBasis(new PolicyRef("g", 1, "h"), [], FeelContext.Empty, 50);

        Assert.All(answers, answer =>
        {
            var model = Read(Literal(answer));

            Assert.Contains(GatePolicyCheck.Of(model.Decisions[0]), found => found.Severity == DiagnosticSeverity.Error);
            Assert.Equal("gate-undecided", GatePolicy.Judge(model.Decisions[0].Evaluate(FeelContext.Empty).Output, basis).Reasons[0].Code);
        });
    }

    private static ImmutableArray<Diagnostic> Check(string logic) => GatePolicyCheck.Of(Read(logic).Decisions[0]);

    private static string Literal(string expression) => $"<literalExpression id=\"e\"><text>{SecurityElement.Escape(expression)}</text></literalExpression>";

    private static string Table(string policy, string outputs, params string[] rules)
    {
        var xml = new StringBuilder($"<decisionTable hitPolicy=\"{policy}\"><input><inputExpression><text>x</text></inputExpression></input>{outputs}");
        for (var rule = 0; rule < rules.Length; rule++)
        {
            xml.Append("<rule><inputEntry><text>-</text></inputEntry>");
            var cells = rules[rule].Split('|');
            for (var cell = 0; cell < cells.Length; cell++) xml.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"<outputEntry id=\"c{rule}{cell}\"><text>{SecurityElement.Escape(cells[cell])}</text></outputEntry>");
            xml.Append("</rule>");
        }

        return xml.Append("</decisionTable>").ToString();
    }

    private static DmnModel Read(string logic) => DmnReader.Read(Encoding.UTF8.GetBytes($"""
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="M" namespace="urn:m">
        <inputData id="x" name="x"/><inputData id="y" name="y"/><decision id="g" name="Gate">
        <informationRequirement><requiredInput href="#x"/></informationRequirement><informationRequirement><requiredInput href="#y"/></informationRequirement>
        {logic}</decision></definitions>
        """)).Model!;
}
