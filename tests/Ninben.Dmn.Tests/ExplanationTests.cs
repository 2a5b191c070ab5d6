using Ninben.Feel;

namespace Ninben.Dmn.Tests;

public sealed class ExplanationTests
{
    private static readonly DmnModel Limits = Models.Read("""
        <inputData id="a" name="amount"/><inputData id="v" name="vendor"/>
        <decision id="d" name="AP limits">
          <informationRequirement><requiredInput href="#a"/></informationRequirement><informationRequirement><requiredInput href="#v"/></informationRequirement>
          <decisionTable hitPolicy="FIRST">
            <input label="amount"><inputExpression><text>amount</text></inputExpression></input>
            <input label="vendor"><inputExpression><text>vendor</text></inputExpression></input><output/>
            <rule id="small"><inputEntry><text>&lt;= 500</text></inputEntry><inputEntry><text>-</text></inputEntry>
              <outputEntry><text>"pass"</text></outputEntry></rule>
            <rule><inputEntry><text>(500..10000]</text></inputEntry><inputEntry><text>"known", "own"</text></inputEntry>
              <outputEntry><text>"pass"</text></outputEntry></rule>
            <rule><inputEntry><text>&gt; 10000</text></inputEntry><inputEntry><text>-</text></inputEntry>
              <outputEntry><text>"hold"</text></outputEntry><annotationEntry><text>Over the limit.</text></annotationEntry></rule>
          </decisionTable></decision>
        """).Model!;

    [Fact]
    public void A_decision_says_in_words_which_rule_held_and_which_one_missed_by_a_clause()
    {
        DecisionExplanation explanation = Limits.Find("d")!.Explain(Inputs(12_400, "known"));

        TableExplanation table = Assert.Single(explanation.Tables);
        Assert.Equal(("AP limits", "FIRST"), (table.DecisionName, table.HitPolicy));
        Assert.Equal(FeelValue.From("hold"), explanation.Result.Output);
        ExplainedRule matched = Assert.Single(table.Matched);
        Assert.Equal((3, "Over the limit."), (matched.Number, matched.Annotation));
        Assert.Equal("amount 12,400 is over 10,000", Assert.Single(matched.Clauses).Words);
        ExplainedRule near = Assert.Single(table.Near);
        Assert.Equal(["amount 12,400 is over 10,000", "vendor known is known"], near.Clauses.Select(clause => clause.Words));
        Assert.Equal([FeelValue.From(12_400), FeelValue.From("known")], table.Inputs.Select(input => input.Value));
    }

    [Theory]
    [InlineData(700, "own", "vendor own is own")]
    [InlineData(700, "new", "vendor new is none of known, own")]
    public void Lists_of_values_are_told_by_the_one_that_counts(int amount, string vendor, string words)
    {
        TableExplanation table = Limits.Find("d")!.Explain(Inputs(amount, vendor)).Tables[0];

        Assert.Contains(table.Matched.Concat(table.Near).SelectMany(rule => rule.Clauses), clause => clause.Words == words);
    }

    [Fact]
    public void Explaining_changes_neither_the_answer_nor_the_notes()
    {
        FeelContext inputs = FeelContext.Empty.With("amount", FeelValue.From("much")).With("vendor", FeelValue.Null);

        DecisionResult plain = Limits.Find("d")!.Evaluate(inputs);
        DecisionExplanation explained = Limits.Find("d")!.Explain(inputs);

        Assert.Equal(plain.Output, explained.Result.Output);
        Assert.Equal(plain.Notes, explained.Result.Notes);
    }

    private static FeelContext Inputs(int amount, string vendor) =>
        FeelContext.Empty.With("amount", FeelValue.From(amount)).With("vendor", FeelValue.From(vendor));
}
