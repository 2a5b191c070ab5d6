namespace Ninben.Feel.Tests;

public sealed class BudgetTests
{
    [Theory]
    [InlineData("for i in 1..1000000000 return i")]
    [InlineData("for i in 1..9999, j in 1..9999, k in 1..9999 return i")]
    [InlineData("count(for i in 1..9999, j in 1..9999 return i)")]
    [InlineData("some i in 1..1000000000 satisfies i < 0")]
    [InlineData("{a: for i in 1..9000 return " +
        "\"0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789\", s: " +
        "string join(a), t: string join(for j in 1..9000 return s)}")]
    [InlineData("(function(f) f(f))(function(f) f(f))")]
    [InlineData("(function(f, n) f(f, n + 1))(function(f, n) 1 + f(f, n + 1), 1)")]
    [InlineData("count(flatten(for i in 1..9000 return for j in 1..9000 return j))")]
    [InlineData("sort(for i in 1..9000 return -i, function(x, y) count(for k in 1..9000 return k) > 0)")]
    public void A_bomb_ends_soon_as_null_with_a_note(string bomb)
    {
        FeelExpression expression = FeelExpression.Compile(bomb, FeelScope.Open).Expression!;

        FeelResult result = expression.Evaluate(FeelContext.Empty);

        Assert.True(result.Value.IsNull);
        Assert.Equal("budget-exhausted", result.Notes[0].Code);
        Assert.True(expression.EvaluateValue(FeelContext.Empty).IsNull);
    }

    [Fact]
    public void Notes_are_capped()
    {
        FeelResult result = FeelExpression.Compile("for i in 1..1000 return i + null", FeelScope.Open).Expression!.Evaluate(FeelContext.Empty);

        Assert.Equal(50, result.Notes.Length);
    }

    [Fact]
    public void Scalar_unary_tests_do_not_allocate()
    {
        FeelUnaryTests range = FeelUnaryTests.Compile("[18..65)", FeelScope.Open).Tests!;
        FeelUnaryTests less = FeelUnaryTests.Compile("< limit * 2", FeelScope.Open).Tests!;
        FeelContext variables = FeelContext.Empty.With("limit", FeelValue.From(40));
        for (int i = 0; i < 1000; i++) Assert.True(range.Matches(FeelValue.From(20), variables) && less.Matches(FeelValue.From(20), variables));

        long before = GC.GetAllocatedBytesForCurrentThread();
        bool all = true;
        for (int i = 0; i < 1000; i++) all &= range.Matches(FeelValue.From(20), variables) && less.Matches(FeelValue.From(20), variables);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(all);
        Assert.Equal(0, allocated);
    }
}
