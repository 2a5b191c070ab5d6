using Ninben.Feel;

namespace Ninben.Dmn.Tests;

public sealed class HitPolicyTests
{
    private const string Plain = "<output id=\"o\"/>";
    private const string Ranked = "<output id=\"o\"><outputValues><text>\"high\", \"middle\", \"low\"</text></outputValues></output>";
    private static readonly string[] Rules = ["&gt; 0 => \"low\"", "&gt; 10 => \"high\"", "&gt; 20 => \"middle\""];
    private static readonly string[] Numbers = ["&gt; 0 => 3", "&gt; 10 => 1", "&gt; 20 => 2"];

    [Theory]
    [InlineData("", 5, "\"low\"")]
    [InlineData("hitPolicy=\"UNIQUE\"", 15, "null")]
    [InlineData("hitPolicy=\"ANY\"", 5, "\"low\"")]
    [InlineData("hitPolicy=\"ANY\"", 15, "null")]
    [InlineData("hitPolicy=\"PRIORITY\"", 25, "\"high\"")]
    [InlineData("hitPolicy=\"FIRST\"", 25, "\"low\"")]
    [InlineData("hitPolicy=\"RULE ORDER\"", 25, "[\"low\", \"high\", \"middle\"]")]
    [InlineData("hitPolicy=\"OUTPUT ORDER\"", 25, "[\"high\", \"middle\", \"low\"]")]
    [InlineData("hitPolicy=\"COLLECT\"", 15, "[\"low\", \"high\"]")]
    [InlineData("hitPolicy=\"COLLECT\" aggregation=\"COUNT\"", 25, "3")]
    [InlineData("hitPolicy=\"FIRST\"", -1, "null")]
    public void Settles_several_matching_rules(string policy, int x, string expected)
    {
        DmnModel model = Models.Table(policy, [Ranked], Rules);

        Assert.Equal(expected, Models.Decide(model, x).Output.ToString());
    }

    [Theory]
    [InlineData("SUM", "6")]
    [InlineData("MIN", "1")]
    [InlineData("MAX", "3")]
    public void Collects_into_one_number(string aggregation, string expected)
    {
        DmnModel model = Models.Table($"hitPolicy=\"COLLECT\" aggregation=\"{aggregation}\"", [Plain], Numbers);

        Assert.Equal(expected, Models.Decide(model, 25).Output.ToString());
    }

    [Fact]
    public void Says_which_rules_matched_with_their_annotations_and_why_there_is_no_answer()
    {
        DmnModel model = Models.Table("hitPolicy=\"UNIQUE\"", [Plain], Rules);

        DecisionResult one = Models.Decide(model, 5);
        DecisionResult two = Models.Decide(model, 15);
        DecisionResult none = Models.Decide(model, -5);

        Assert.Equal(new MatchedRule("d", 1, "r1", "note 1"), Assert.Single(one.Matched));
        Assert.Equal([1, 2], two.Matched.Select(rule => rule.Number));
        Assert.Equal("dmn-not-unique", Assert.Single(two.Notes).Code);
        Assert.Equal("dmn-no-rule", Assert.Single(none.Notes).Code);
        Assert.Equal(FeelValue.From(5), one.Inputs["x"]);
    }

    [Fact]
    public void Several_outputs_are_a_context_and_defaults_fill_in()
    {
        const string WithDefault = "<output id=\"o\" name=\"level\"><defaultOutputEntry><text>\"none\"</text></defaultOutputEntry></output>";
        DmnModel model = Models.Table("", [WithDefault, "<output id=\"p\" name=\"fee\"/>"], "&gt; 0 => \"low\" ; x * 2");

        Assert.Equal("{level: \"low\", fee: 8}", Models.Decide(model, 4).Output.ToString());
        Assert.Equal("{level: \"none\", fee: null}", Models.Decide(model, -4).Output.ToString());
    }

    [Fact]
    public void Shows_the_table_as_it_was_written()
    {
        DecisionTableView view = Models.Table("hitPolicy=\"FIRST\"", [Ranked], Rules).Find("D")!.Table!;

        Assert.Equal(("FIRST", "x", 3), (view.HitPolicy, view.Inputs[0].Expression, view.Rules.Length));
        Assert.Equal(("> 10", "\"high\"", "note 2"), (view.Rules[1].Inputs[0], view.Rules[1].Outputs[0], view.Rules[1].Annotations[0]));
    }
}
