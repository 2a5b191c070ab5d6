namespace Ninben.Feel.Tests;

public sealed class UnaryTestsTests
{
    [Theory]
    [InlineData("-", "null", true)]
    [InlineData("< 18", "17", true)]
    [InlineData("< 18", "\"a\"", false)]
    [InlineData("[18..65)", "65", false)]
    [InlineData("\"gold\", \"silver\"", "\"silver\"", true)]
    [InlineData("not(\"declined\", \"review\")", "\"approved\"", true)]
    [InlineData("not(\"declined\", \"review\")", "\"review\"", false)]
    [InlineData("not(null)", "1", true)]
    [InlineData("null", "null", true)]
    [InlineData("true", "false", false)]
    [InlineData("false", "false", true)]
    [InlineData("? > 3 and ? < 5", "4", true)]
    [InlineData("list contains([1, 2], ?)", "2", true)]
    [InlineData("not(list contains([1, 2], ?))", "2", false)]
    [InlineData("[1, 2, 3]", "2", true)]
    [InlineData("ends with(?, \"x\")", "\"ax\"", true)]
    [InlineData("<= @\"2024-01-01\"", "@\"2023-12-31\"", true)]
    [InlineData("1 + 1", "2", true)]
    public void Decides_the_test(string tests, string input, bool expected)
    {
        FeelUnaryTests? compiled = FeelUnaryTests.Compile(tests, FeelScope.Open).Tests;
        FeelValue value = FeelExpression.Compile(input, FeelScope.Open).Expression!.EvaluateValue(FeelContext.Empty);

        Assert.Equal(expected, compiled!.Matches(value, FeelContext.Empty));
    }

    [Fact]
    public void A_faulty_test_is_a_diagnostic()
    {
        (FeelUnaryTests? tests, System.Collections.Immutable.ImmutableArray<Diagnostic> diagnostics) = FeelUnaryTests.Compile("< ", FeelScope.Open);

        Assert.Null(tests);
        Assert.Equal(3, Assert.Single(diagnostics).Location.Column);
    }
}
