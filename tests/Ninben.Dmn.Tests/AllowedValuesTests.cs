using Ninben.Feel;

namespace Ninben.Dmn.Tests;

public sealed class AllowedValuesTests
{
    private const string Types = """
        <itemDefinition name="tTier"><typeRef>string</typeRef><allowedValues><text>"low", "high"</text></allowedValues></itemDefinition>
        <itemDefinition name="tTiers" isCollection="true"><typeRef>tTier</typeRef></itemDefinition>
        <itemDefinition name="tPair"><typeRef>tTiers</typeRef><typeConstraint><text>count(?) = 2</text></typeConstraint></itemDefinition>
        <itemDefinition name="tDay"><typeRef>date and time</typeRef><allowedValues><text>>= @"2024-01-01T00:00:00Z"</text></allowedValues></itemDefinition>
        <itemDefinition name="tPerson"><itemComponent name="name"><typeRef>string</typeRef></itemComponent>
        <itemComponent name="tier"><typeRef>tTier</typeRef></itemComponent></itemDefinition>
        """;

    [Theory]
    [InlineData("tTier", "\"low\"", "\"low\"")]
    [InlineData("tTier", "[\"low\"]", "\"low\"")]
    [InlineData("tTier", "null", "null")]
    [InlineData("tTiers", "\"high\"", "[\"high\"]")]
    [InlineData("tTiers", "[\"high\", \"low\"]", "[\"high\", \"low\"]")]
    [InlineData("tPair", "[\"high\", \"low\"]", "[\"high\", \"low\"]")]
    [InlineData("tDay", "date(\"2024-02-01\")", "@\"2024-02-01T00:00:00Z\"")]
    [InlineData("tPerson", "{name: \"Ada\", tier: \"low\", age: 36}", "{name: \"Ada\", tier: \"low\", age: 36}")]
    public void A_value_that_the_type_allows_is_taken_also_out_of_and_into_a_list(string type, string value, string expected)
    {
        DecisionResult result = Given(type, value);

        Assert.Equal(expected, result.Output.ToString());
        Assert.Empty(result.Notes);
    }

    [Theory]
    [InlineData("tTier", "\"middle\"", "'x' has to be of the type string among \"low\", \"high\", found \"middle\".")]
    [InlineData("tTier", "7", "'x' has to be of the type string, found 7.")]
    [InlineData("tTier", "[\"low\", \"high\"]", "'x' has to be of the type string, found a list of 2.")]
    [InlineData("tTiers", "[\"low\", \"middle\"]", "'x[2]' has to be of the type string among \"low\", \"high\", found \"middle\".")]
    [InlineData("tTiers", "\"middle\"", "'x' has to be of the type list of string among \"low\", \"high\", found \"middle\".")]
    [InlineData("tPair", "[\"low\"]", "found a list of 1.")]
    [InlineData("tDay", "date(\"2023-12-31\")", "found @\"2023-12-31\".")]
    [InlineData("tPerson", "{name: \"Ada\"}", "'x.tier' has to be of the type string among \"low\", \"high\", found nothing.")]
    [InlineData("tPerson", "{name: 1, tier: \"low\"}", "'x.name' has to be of the type string, found 1.")]
    public void Any_other_value_is_null_with_a_note_of_what_was_expected_and_found(string type, string value, string words)
    {
        DecisionResult result = Given(type, value);

        Assert.True(result.Output.IsNull);
        EvaluationNote note = Assert.Single(result.Notes);
        Assert.Equal(("dmn-type", "i"), (note.Code, note.Location.Element));
        Assert.Contains(words, note.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "\"a\"", null)]
    [InlineData("3", "\"other\"", "'x' has to be among 1, 2, found 3.")]
    [InlineData("2", "null", "'output' has to be among \"a\", \"other\", found \"c\".")]
    public void The_columns_of_a_table_check_their_allowed_values(string x, string expected, string? words)
    {
        DmnModel model = Models.Read("""
            <inputData id="i" name="x"/><decision id="d" name="D"><informationRequirement><requiredInput href="#i"/></informationRequirement>
            <decisionTable hitPolicy="FIRST"><input id="in"><inputExpression><text>x</text></inputExpression>
            <inputValues><text>1, 2</text></inputValues></input>
            <output><outputValues><text>"a", "other"</text></outputValues></output>
            <rule><inputEntry><text>1</text></inputEntry><outputEntry><text>"a"</text></outputEntry></rule>
            <rule><inputEntry><text>2</text></inputEntry><outputEntry><text>"c"</text></outputEntry></rule>
            <rule><inputEntry><text>-</text></inputEntry><outputEntry><text>"other"</text></outputEntry></rule></decisionTable></decision>
            """).Model!;

        DecisionResult result = model.Decisions[0].Evaluate(FeelContext.Empty.With("x", Value(x)));

        Assert.Equal(expected, result.Output.ToString());
        Assert.Equal(words is null ? [] : [("dmn-not-allowed", words)], result.Notes.Select(note => (note.Code, note.Message)));
    }

    [Theory]
    [InlineData("\"b\"", "string", "\"b\"", null)]
    [InlineData("[\"b\"]", "string", "\"b\"", null)]
    [InlineData("\"c\"", "string", "null", "dmn-not-allowed")]
    [InlineData("7", "string", "null", "dmn-type")]
    public void A_default_output_is_held_to_its_column_as_a_rule_is(string fallback, string type, string expected, string? code)
    {
        DmnModel model = Models.Read($"""
            <inputData id="i" name="x"/><decision id="d" name="D"><informationRequirement><requiredInput href="#i"/></informationRequirement>
            <decisionTable><input id="in"><inputExpression><text>x</text></inputExpression></input>
            <output typeRef="{type}"><outputValues><text>"a", "b"</text></outputValues><defaultOutputEntry><text>{fallback}</text></defaultOutputEntry></output>
            <rule><inputEntry><text>1</text></inputEntry><outputEntry><text>"a"</text></outputEntry></rule></decisionTable></decision>
            """).Model!;

        DecisionResult result = model.Decisions[0].Evaluate(FeelContext.Empty.With("x", Value("2")));

        Assert.Equal(expected, result.Output.ToString());
        Assert.Equal(code is null ? [] : [code], result.Notes.Select(note => note.Code));
    }

    [Fact]
    public void Allowed_values_that_are_not_understood_are_warned_of_and_not_held_against_answers()
    {
        DmnReading reading = Models.Read("""
            <decision id="d" name="D"><decisionTable><output id="o"><outputValues><text>yes, no</text></outputValues></output>
            <rule><outputEntry><text>"yes"</text></outputEntry></rule></decisionTable></decision>
            """);

        Assert.All(reading.Diagnostics, found => Assert.Equal(("feel-unknown-name", DiagnosticSeverity.Warning), (found.Code, found.Severity)));
        Assert.NotEmpty(reading.Diagnostics);
        Assert.Equal(FeelValue.From("yes"), reading.Model!.Decisions[0].Evaluate(FeelContext.Empty).Output);
    }

    private static DecisionResult Given(string type, string value) => Models.Read($"""
        {Types}<inputData id="i" name="x"><variable name="x" typeRef="{type}"/></inputData>
        <decision id="d" name="D"><informationRequirement><requiredInput href="#i"/></informationRequirement>
        <literalExpression><text>x</text></literalExpression>
        </decision>
        """).Model!.Decisions[0].Evaluate(FeelContext.Empty.With("x", Value(value)));

    private static FeelValue Value(string text) => FeelExpression.Compile(text, FeelScope.Open).Expression!.EvaluateValue(FeelContext.Empty);
}
