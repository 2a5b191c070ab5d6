using System.Collections.Immutable;
using System.Security;
using Ninben.Dmn.BoxedExpressions;
using Ninben.Feel;
using Ninben.Feel.Typing;
using Ninben.Feel.Values;

namespace Ninben.Dmn.Tests;

public sealed class TypeAnalysisTests
{
    private const string Inputs = """
        <itemDefinition name="tPerson"><itemComponent name="name"><typeRef>string</typeRef></itemComponent>
        <itemComponent name="born"><typeRef>date</typeRef></itemComponent></itemDefinition>
        <itemDefinition name="tPeople" isCollection="true"><typeRef>tPerson</typeRef></itemDefinition>
        <inputData id="n" name="amount"><variable name="amount" typeRef="number"/></inputData>
        <inputData id="s" name="text"><variable name="text" typeRef="string"/></inputData>
        <inputData id="p" name="person"><variable name="person" typeRef="tPerson"/></inputData>
        <inputData id="l" name="people"><variable name="people" typeRef="tPeople"/></inputData>
        <inputData id="u" name="any"/>
        <businessKnowledgeModel id="k" name="double"><encapsulatedLogic><formalParameter name="x" typeRef="number"/><literalExpression typeRef="number">
        <text>x * 2</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
        """;

    private const string Requirements = """
        <informationRequirement><requiredInput href="#n"/></informationRequirement>
        <informationRequirement><requiredInput href="#s"/></informationRequirement>
        <informationRequirement><requiredInput href="#p"/></informationRequirement>
        <informationRequirement><requiredInput href="#l"/></informationRequirement>
        <informationRequirement><requiredInput href="#u"/></informationRequirement>
        <knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement>
        """;

    [Theory]
    [InlineData("text + 1", "feel-type", 1, "A string and a number have no '+'")]
    [InlineData("amount + (1 - text)", "feel-type", 11, "A number and a string have no '-'")]
    [InlineData("-text", "feel-type", 1, "A string has no negative")]
    [InlineData("if any then text < amount else 1", "feel-type", 13, "A string and a number cannot be compared")]
    [InlineData("amount between 1 and \"9\"", "feel-type", 22, "cannot be compared")]
    [InlineData("amount in (1, text)", "feel-type", 15, "cannot be compared")]
    [InlineData("person.born > \"2000-01-01\"", "feel-type", 1, "A date and a string cannot be compared")]
    [InlineData("person.age", "feel-type", 1, "There is no 'age' among name, born")]
    [InlineData("person.born.hour", "feel-type", 1, "A date has no 'hour'")]
    [InlineData("people[born > 5]", "feel-type", 8, "A date and a number cannot be compared")]
    [InlineData("for p in people return p.name - 1", "feel-type", 24, "A string and a number have no '-'")]
    [InlineData("for i in 1..3 return i + text", "feel-type", 22, "A number and a string have no '+'")]
    [InlineData("some p in people satisfies p.born = amount", "feel-type", 28, "cannot be compared")]
    [InlineData("{a: amount, b: a + text}.b", "feel-type", 16, "A number and a string have no '+'")]
    [InlineData("string length(amount)", "feel-arguments", 1, "string length() does not take number")]
    [InlineData("abs()", "feel-arguments", 1, "abs() does not take no arguments")]
    [InlineData("double(text)", "feel-arguments", 1, "The function takes number, found string")]
    [InlineData("double(1, 2)", "feel-arguments", 1, "takes 1 arguments, found 2")]
    [InlineData("string length(text) + text", "feel-type", 1, "A number and a string have no '+'")]
    [InlineData("upper case(string: text) - 1", "feel-type", 1, "A string and a number have no '-'")]
    [InlineData("date(text) < text", "feel-type", 1, "A date and a string cannot be compared")]
    [InlineData("sum(people.born) > contains(text, \"a\")", "feel-type", 1, "A number and a boolean cannot be compared")]
    [InlineData("today().hour", "feel-type", 1, "A date has no 'hour'")]
    [InlineData("double(amount) + text", "feel-type", 1, "A number and a string have no '+'")]
    public void What_is_always_null_is_a_warning_at_its_place(string expression, string code, int column, string words)
    {
        Diagnostic found = Assert.Single(Analyse(Literal(expression)));

        Assert.Equal((code, DiagnosticSeverity.Warning), (found.Code, found.Severity));
        Assert.Contains(words, found.Message, StringComparison.Ordinal);
        Assert.Equal((column, "x"), (found.Location.Offset + 1, found.Location.Element));
        Assert.NotNull(found.Hint);
    }

    [Theory]
    [InlineData("any + 1")]
    [InlineData("text + string(amount)")]
    [InlineData("person.born - date(\"2000-01-01\") > duration(\"P1D\")")]
    [InlineData("date and time(\"2024-01-01T00:00:00\") - person.born")]
    [InlineData("people[name = \"Ada\"].born[1].year + 1")]
    [InlineData("people[amount].name")]
    [InlineData("any[amount = \"a\"]")]
    [InlineData("[1, 2, 3][item > 1]")]
    [InlineData("if amount = null then text else amount")]
    [InlineData("sum(1, 2, amount) + count(people) + max([amount])")]
    [InlineData("for p in people return {age: 2024 - p.born.year, old: age > 60}")]
    [InlineData("double([amount])")]
    [InlineData("{f: function(a: number) a + 1, b: f(amount)}")]
    [InlineData("amount in [1..5] or text in (\"a\", \"b\")")]
    [InlineData("substring(text, amount)")]
    public void What_may_have_a_value_is_not_reported(string expression) => Assert.Empty(Analyse(Literal(expression)));

    [Fact]
    public void A_decision_that_never_has_its_declared_type_is_a_warning()
    {
        Diagnostic found = Assert.Single(Analyse(Literal("\"a\" + text"), "<variable name=\"D\" typeRef=\"number\"/>"));

        Assert.Equal("The decision 'D' is declared as number, but its logic gives a string: it is always null.", found.Message);
    }

    [Theory]
    [InlineData("\"a\"", "1", DiagnosticSeverity.Error, "The cell '\"a\"' of rule 1 is about a string, but 'amount' is a number: it never holds.")]
    [InlineData("> date(\"2024-01-31\")", "1", DiagnosticSeverity.Error, "is about a date, but 'amount' is a number")]
    [InlineData("> text", "1", DiagnosticSeverity.Warning, "A number and a string cannot be compared")]
    [InlineData("? > text", "1", DiagnosticSeverity.Warning, "A number and a string cannot be compared")]
    [InlineData("1, \"a\"", "1", DiagnosticSeverity.Warning, "A number and a string cannot be compared")]
    [InlineData("> 1", "\"a\"", DiagnosticSeverity.Error, "The answer '\"a\"' is always null: 'out' has to be of the type number, found \"a\".")]
    [InlineData("> 1", "9", DiagnosticSeverity.Error, "The answer '9' is always null: 'out' has to be among [0..5].")]
    [InlineData("> 1", "text", DiagnosticSeverity.Warning, "The answer 'text' is a string, but 'out' is declared as number: it is always null.")]
    public void A_cell_of_the_wrong_type_is_found_in_its_place(string test, string answer, DiagnosticSeverity severity, string words)
    {
        Diagnostic found = Assert.Single(Analyse(Table(test, answer)), found => found.Code is "dmn-type" or "dmn-not-allowed" or "feel-type");

        Assert.Contains(words, found.Message, StringComparison.Ordinal);
        Assert.Equal((severity, test == "> 1" ? "answer" : "test"), (found.Severity, found.Location.Element));
        Assert.NotNull(found.Hint);
    }

    [Theory]
    [InlineData("> 1", "[2]")]
    [InlineData("not(> any)", "amount")]
    [InlineData("any", "null")]
    [InlineData("? > 1 and ? < 7", "any")]
    [InlineData("[1, 2], [5..9]", "double(2)")]
    public void A_cell_of_the_right_type_is_not_reported(string test, string answer) => Assert.DoesNotContain(Analyse(Table(test, answer)),
        found => found.Code is "dmn-type" or "dmn-not-allowed" or "feel-type");

    [Fact]
    public void A_column_declared_as_another_type_than_its_expression_is_a_warning()
    {
        string table = Table("-", "1").Replace("<text>amount</text>", "<text>text</text>", StringComparison.Ordinal);

        Assert.Contains(Analyse(table), found => found.Code == "dmn-type" && found.Message.StartsWith("The column", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ammount + 1", "Did you mean 'amount'?")]
    [InlineData("strng(amount)", "Did you mean 'string'?")]
    [InlineData("substrings(text, 1)", "Did you mean 'substring'?")]
    [InlineData("frobnicate(amount)", null)]
    public void An_unknown_name_comes_with_the_one_that_was_probably_meant(string expression, string? hint)
    {
        DmnReading reading = Models.Read($"{Inputs}<decision id=\"d\" name=\"D\">{Requirements}{Literal(expression)}</decision>");

        Diagnostic found = Assert.Single(reading.Diagnostics);
        Assert.Equal(("feel-unknown-name", DiagnosticSeverity.Warning, "x", hint), (found.Code, found.Severity, found.Location.Element, found.Hint));
    }

    [Fact]
    public void Input_data_that_nothing_requires_or_reads_is_named()
    {
        DmnModel model = Models.Read("""
            <inputData id="a" name="a"/><inputData id="b" name="b"/><inputData id="c" name="c"/><inputData id="e" name="e"/>
            <decision id="d" name="D"><informationRequirement><requiredInput href="#a"/></informationRequirement>
            <informationRequirement><requiredInput href="#b"/></informationRequirement><literalExpression><text>a + 1</text></literalExpression></decision>
            <decision id="open" name="Open"><informationRequirement><requiredInput href="#e"/></informationRequirement></decision>
            """).Model!;

        Assert.Equal([("The input 'b' is required, but no expression reads it.", "b"), ("No decision requires the input 'c'.", "c")],
            ModelAnalysis.Of(model).Select(found => (found.Message, found.Location.Element)));
    }

    [Fact]
    public void No_model_of_the_suite_or_of_the_samples_has_an_error()
    {
        string[] files = [.. Directory.GetFiles(Repository.Tck(), "*.dmn", SearchOption.AllDirectories),
            .. Directory.GetFiles(Path.Combine(Repository.Root, "samples"), "*.dmn", SearchOption.AllDirectories)];

        Assert.All(files, file =>
        {
            DmnModel model = DmnReader.Read(File.ReadAllBytes(file), file, new DmnReadOptions { ExternalFunctions = ExternalFunctions.PureJava }).Model!;
            Assert.DoesNotContain(ModelAnalysis.Of(model), found => found.Severity == DiagnosticSeverity.Error);
        });
    }

    [Fact]
    public void What_is_said_to_be_always_null_is_null_in_the_suite()
    {
        FeelExpression[] nothing = [.. Literals().Where(expression => Findings(expression).Any(found =>
            found.Message.Contains("always null", StringComparison.Ordinal) && found.Location.Offset == 0 && found.Location.Length == expression.Text.Length))];

        Assert.True(nothing.Length > 200, $"Only {nothing.Length} expressions of the suite are said to be null.");
        Assert.All(nothing, expression => Assert.Equal(("null", expression.Text), (expression.EvaluateValue(FeelContext.Empty).ToString(), expression.Text)));
    }

    [Fact]
    public void What_is_said_to_be_of_a_kind_is_of_that_kind_or_null_in_the_suite()
    {
        (FeelExpression Expression, FeelKind Kind)[] known = [.. Literals().Select(expression => (expression, TypeRelation.ScalarKind(TypeOf(expression))))
            .Where(pair => pair.Item2 is not null).Select(pair => (pair.expression, pair.Item2!.Value))];

        Assert.True(known.Length > 700, $"Only {known.Length} expressions of the suite are said to be of a kind.");
        Assert.All(known, pair =>
        {
            FeelValue value = pair.Expression.EvaluateValue(FeelContext.Empty);
            Assert.True(value.IsNull || value.Kind == pair.Kind, $"{pair.Expression.Text} is said to be a {pair.Kind}, it is {value}.");
        });
    }

    private static IEnumerable<FeelExpression> Literals() => Directory.GetFiles(Repository.Tck(), "*.dmn", SearchOption.AllDirectories)
        .SelectMany(file => DmnReader.Read(File.ReadAllBytes(file), file, new DmnReadOptions { ExternalFunctions = ExternalFunctions.PureJava })
            .Model!.Index.Decisions).Select(decision => decision.Logic).OfType<LiteralExpression>().Select(literal => literal.Expression);

    private static FeelType TypeOf(FeelExpression expression) => TypeInference.Of(expression,
        new TypeScope(ImmutableDictionary<string, FeelType>.Empty, [], ImmutableArray.CreateBuilder<Diagnostic>()));

    private static ImmutableArray<Diagnostic>.Builder Findings(FeelExpression expression)
    {
        ImmutableArray<Diagnostic>.Builder found = ImmutableArray.CreateBuilder<Diagnostic>();
        TypeInference.Of(expression, new TypeScope(ImmutableDictionary<string, FeelType>.Empty, [], found));
        return found;
    }

    private static string Literal(string expression) => $"<literalExpression id=\"x\"><text>{SecurityElement.Escape(expression)}</text></literalExpression>";

    private static string Table(string test, string answer) => $"""
        <decisionTable hitPolicy="FIRST"><input><inputExpression typeRef="number"><text>amount</text></inputExpression></input>
        <output name="out" typeRef="number"><outputValues><text>[0..5]</text></outputValues></output>
        <rule><inputEntry id="test"><text>{SecurityElement.Escape(test)}</text></inputEntry>
        <outputEntry id="answer"><text>{SecurityElement.Escape(answer)}</text></outputEntry></rule></decisionTable>
        """;

    private static ImmutableArray<Diagnostic> Analyse(string logic, string variable = "")
    {
        DmnReading reading = Models.Read($"{Inputs}<decision id=\"d\" name=\"D\">{variable}{Requirements}{logic}</decision>");
        DmnModel model = reading.Model ?? throw new ArgumentException(string.Join("; ", reading.Diagnostics));
        return [.. ModelAnalysis.Of(model).Where(found => found.Code is not ("dmn-unused-input-data" or "dmn-gap"))];
    }
}
