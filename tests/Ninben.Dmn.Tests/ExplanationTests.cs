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
        Assert.Equal(["amount 12,400 is over 10,000", "vendor is known"], near.Clauses.Select(clause => clause.Words));
        Assert.Equal([FeelValue.From(12_400), FeelValue.From("known")], table.Inputs.Select(input => input.Value));
    }

    [Theory]
    [InlineData(700, "own", "vendor is own")]
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

    [Theory]
    [InlineData("> 10000", "12400.50", "holds", "x 12,400.5 is over 10,000")]
    [InlineData("> 10000", "-1234567", "fails", "x -1,234,567 is at most 10,000")]
    [InlineData("(500..1000]", "500", "fails", "x 500 is at most 500")]
    [InlineData("(500..1000]", "1000", "holds", "x 1,000 is over 500 and at most 1,000")]
    [InlineData("[1..5]", "3", "holds", "x 3 is from 1 to 5")]
    [InlineData(">= limit", "1250", "holds", "x 1,250 is at least 1,000")]
    [InlineData("? < limit * 2", "1250", "holds", "x 1,250 is under 2,000")]
    [InlineData("[limit..2 * limit]", "1250", "holds", "x 1,250 is from 1,000 to 2,000")]
    [InlineData("> 10000", "null", "fails", "x is missing")]
    [InlineData("> 10000", "\"much\"", "fails", "x much is no number")]
    [InlineData("date(\"2026-11-30\")", "date(\"2026-11-30\")", "holds", "x is 30 November 2026")]
    [InlineData("< date(\"2026-11-30\")", "date(\"2026-01-02\")", "holds", "x 2 January 2026 is before 30 November 2026")]
    [InlineData("< date(\"2026-11-30\")", "date(\"2026-12-01\")", "fails", "x 1 December 2026 is 30 November 2026 or later")]
    [InlineData("> @\"2026-11-30T10:00:00\"", "@\"2026-11-30T12:30:00\"", "holds", "x 30 November 2026, 12:30:00 is after 30 November 2026, 10:00:00")]
    [InlineData("> @\"P3D\"", "@\"P4DT1H\"", "holds", "x 4 days 1 hour is over 3 days")]
    [InlineData("<= @\"P1Y\"", "@\"P1Y2M\"", "fails", "x 1 year 2 months is over 1 year")]
    [InlineData("true", "true", "holds", "x is true")]
    [InlineData("true", "false", "fails", "x is false, not true")]
    [InlineData("null", "null", "holds", "x is missing")]
    [InlineData("null", "7", "fails", "x 7 is not missing")]
    [InlineData("not(null)", "7000", "holds", "x 7,000 is not missing")]
    [InlineData("not(null)", "null", "fails", "x is missing")]
    [InlineData("not(\"a\", \"b\")", "\"c\"", "holds", "x c is none of a, b")]
    [InlineData("not(\"a\", \"b\")", "\"b\"", "fails", "x is b")]
    [InlineData("not(\"a\")", "\"c\"", "holds", "x is c, not a")]
    [InlineData("not(< 10)", "12", "holds", "x 12 is at least 10")]
    [InlineData("< 10, > 20", "25", "holds", "x 25 is over 20")]
    [InlineData("< 10, > 20", "15", "fails", "x 15 is at least 10 and x 15 is at most 20")]
    [InlineData("\"a\", \"b\"", "null", "fails", "x is missing and is none of a, b")]
    [InlineData("names", "\"b\"", "holds", "x is b")]
    [InlineData("list contains(?, \"two-dates\")", "[\"faint\", \"two-dates\"]", "holds", "two-dates is among x")]
    [InlineData("list contains(?, \"two-dates\")", "[]", "fails", "two-dates is not among x")]
    [InlineData("contains(?, \"Ltd\")", "\"Acme Ltd\"", "holds", "x Acme Ltd contains “Ltd”")]
    [InlineData("not(starts with(?, \"A\"))", "\"Brook\"", "holds", "x Brook does not start with “A”")]
    [InlineData("matches(?, \"^A+$\")", "\"AA\"", "holds", "x AA matches the pattern ^A+$")]
    [InlineData("count(?) > 1", "[1, 2000]", "holds", "x 1, 2,000 meets count(?) > 1")]
    [InlineData("true", "null", "fails", "x is missing")]
    [InlineData("is(limit, 1000)", "7", "holds", "x 7 meets is(limit, 1000)")]
    [InlineData("? != limit", "7", "holds", "x is 7, not 1,000")]
    public void A_cell_reads_as_a_part_of_a_sentence(string cell, string value, string outcome, string words)
    {
        DecisionDefinition decision = Models.Read($"""
            <inputData id="x" name="x"/><inputData id="l" name="limit"/><inputData id="n" name="names"/>
            <decision id="d" name="d"><informationRequirement><requiredInput href="#x"/></informationRequirement>
              <informationRequirement><requiredInput href="#l"/></informationRequirement>
              <informationRequirement><requiredInput href="#n"/></informationRequirement>
              <decisionTable hitPolicy="COLLECT"><input label="x"><inputExpression><text>x</text></inputExpression></input>
                <input label="any"><inputExpression><text>1</text></inputExpression></input><output/>
                <rule><inputEntry><text><![CDATA[{cell}]]></text></inputEntry><inputEntry><text>1</text></inputEntry>
                  <outputEntry><text>1</text></outputEntry></rule></decisionTable></decision>
            """).Model!.Find("d")!;
        FeelContext inputs = FeelContext.Empty.With("limit", FeelValue.From(1_000))
            .With("names", FeelValue.FromList([FeelValue.From("a"), FeelValue.From("b")]))
            .With("x", FeelExpression.Compile(value, FeelScope.Of()).Expression!.EvaluateValue(FeelContext.Empty));

        TableExplanation table = decision.Explain(inputs).Tables[0];

        ExplainedRule rule = Assert.Single(outcome == "holds" ? table.Matched : table.Near);
        Assert.Equal(words, rule.Clauses.Single(clause => clause.Label == "x").Words);
    }

    [Fact]
    public void A_long_value_is_cut_to_a_line()
    {
        TableExplanation table = Limits.Find("d")!.Explain(Inputs(700, new string('v', 500) + "\n")).Tables[0];

        Assert.Equal(81, table.Inputs[1].Words.Length);
    }

    private static FeelContext Inputs(int amount, string vendor) =>
        FeelContext.Empty.With("amount", FeelValue.From(amount)).With("vendor", FeelValue.From(vendor));
}
