using Ninben.Feel;
using Ninben.Oversight.Gates;
using Ninben.Oversight.Proposals;

namespace Ninben.Oversight.Tests.Gates;

public class GatePolicyTests
{
    private static readonly GateBasis Basis = new(new PolicyRef("g", 1, "h"), [], FeelContext.Empty, 50);

    private static GateJudgement Judge(string feel) =>
        GatePolicy.Judge(FeelExpression.Compile(feel, FeelScope.Open).Expression!.EvaluateValue(FeelContext.Empty), Basis);

    [Theory]
    [InlineData("\"pass\"", GateOutcome.Pass)]
    [InlineData("""{outcome: "pass"}""", GateOutcome.Pass)]
    [InlineData("""{outcome: "hold"}""", GateOutcome.Hold)]
    [InlineData("""{outcome: "block"}""", GateOutcome.Block)]
    [InlineData("\"PASS\"", GateOutcome.Hold)]
    [InlineData("true", GateOutcome.Hold)]
    [InlineData("{}", GateOutcome.Hold)]
    [InlineData("""["pass"]""", GateOutcome.Hold)]
    [InlineData("""{outcome: "pass", group: 3}""", GateOutcome.Hold)]
    public void Only_the_exact_words_count(string output, GateOutcome outcome) => Assert.Equal(outcome, Judge(output).Outcome);

    [Fact]
    public void Reasons_come_as_text_or_as_code_and_text()
    {
        Assert.Equal([new Reason("too-large", "Too large!")], Judge("""{outcome: "hold", reasons: "Too large!"}""").Reasons);
        Assert.Equal([new Reason("a", "B"), new Reason("new-vendor", "New vendor")],
            Judge("""{outcome: "hold", reasons: [{code: "a", text: "B"}, "New vendor", null]}""").Reasons);
        Assert.Equal("policy", Assert.Single(Judge("\"block\"").Reasons).Code);
    }

    [Theory]
    [InlineData("duration(\"PT4H\")", 14_400)]
    [InlineData("\"P1DT1M\"", 86_460)]
    [InlineData("30", 1_800)]
    public void Time_limits_are_durations_texts_or_minutes(string sla, int seconds) =>
        Assert.Equal(seconds, Judge($$"""{outcome: "hold", sla: {{sla}}}""").SlaSeconds);

    [Theory]
    [InlineData("\"P1Y\"")]
    [InlineData("\"P1M\"")]
    [InlineData("-5")]
    [InlineData("0")]
    [InlineData("\"PT\"")]
    public void Other_time_limits_hold(string sla) => Assert.Equal("gate-undecided", Judge($$"""{outcome: "pass", sla: {{sla}}}""").Reasons[0].Code);

    [Fact]
    public void One_field_without_calibration_leaves_no_calibrated_confidence()
    {
        static ProposedField Field(string name, decimal stated, decimal? calibrated) =>
            new(name, name, default, new Confidence(stated, calibrated), [], [], []);
        var proposal = ProposalRules.Bare(default, new ProposalSource("x", "m", "1")) with { Fields = [Field("a", 0.9m, 0.8m), Field("b", 0.7m, 0.95m)] };

        Assert.Equal((0.8m, 0.7m), (GateInputs.LowestCalibrated(proposal), GateInputs.LowestStated(proposal)));
        Assert.Null(GateInputs.LowestCalibrated(proposal with { Fields = [.. proposal.Fields, Field("c", 1m, null)] }));
        Assert.Null(GateInputs.LowestCalibrated(proposal with { Confidence = new Confidence(1m) }));
        Assert.Null(GateInputs.LowestCalibrated(proposal with { Fields = [] }));
    }
}
