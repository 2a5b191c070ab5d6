using System.Diagnostics;

namespace Ninben.Feel.Tests;

/// <summary>Expressions made to stop a machine: each ends soon with a note, and others go on meanwhile.</summary>
public sealed class AbuseTests
{
    // A machine under load is slower; what is hostile would take minutes to centuries.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("for i in 1..1000000000 return i")]
    [InlineData("for i in 1..10000 return for j in 1..10000 return i * j")]
    [InlineData("{f: function(g, n) g(g, n + 1), answer: f(f, 1)}.answer")]
    [InlineData("count(for i in 1..9000 return string join(for j in 1..9000 return \"0123456789\"))")]
    [InlineData("{a: \"0123456789012345678901234567890123456789\", b: a+a+a+a+a+a+a+a, c: b+b+b+b+b+b+b+b, d: c+c+c+c+c+c+c+c, e: d+d+d+d+d+d+d+d, " +
        "f: for i in 1..9000 return upper case(e)}.f")]
    [InlineData("{a: [1, 1], b: [a, a, a, a, a, a, a, a], c: [b, b, b, b, b, b, b, b], d: [c, c, c, c, c, c, c, c], e: [d, d, d, d, d, d, d, d], " +
        "f: [e, e, e, e, e, e, e, e], g: [f, f, f, f, f, f, f, f], h: [g, g, g, g, g, g, g, g]}.h")]
    [InlineData("{f: function(g, x, n) if n = 0 then x else g(g, [x, x], n - 1), answer: string(f(f, [1], 60))}.answer")]
    [InlineData("{f: function(g, x, n) if n = 0 then x else g(g, [x, x], n - 1), answer: f(f, [1], 60)}.answer")]
    [InlineData("{f: function(g, x, n) if n = 0 then x else g(g, [x, x], n - 1), answer: f(f, [1], 60) = f(f, [1], 60)}.answer")]
    [InlineData("{a: for i in 1..9000 return i, b: for i in 1..9000 return a, c: for i in 1..9000 return b, same: c = (for i in c return i)}.same")]
    public void A_bomb_ends_soon_as_null_with_the_note_that_says_which_limit(string bomb)
    {
        FeelExpression expression = FeelExpression.Compile(bomb, FeelScope.Of()).Expression!;
        Stopwatch watch = Stopwatch.StartNew();

        FeelResult result = expression.Evaluate(FeelContext.Empty);

        Assert.True(result.Value.IsNull);
        Assert.Contains(result.Notes, note => note.Code == "budget-exhausted");
        Assert.True(watch.Elapsed < Soon, $"It took {watch.Elapsed}.");
        Assert.True(expression.EvaluateValue(FeelContext.Empty).IsNull);
    }

    [Theory]
    [InlineData("10 ** (10 ** 9)")]
    [InlineData("10 ** -(10 ** 9)")]
    [InlineData("1.0000000001 ** 10 ** 20")]
    [InlineData("exp(10 ** 30)")]
    [InlineData("decimal(1 / 3, 6176)")]
    [InlineData("modulo(9.99e6144, 7e-6000)")]
    public void A_number_beyond_measure_has_an_answer_or_none_but_soon(string text)
    {
        Stopwatch watch = Stopwatch.StartNew();

        FeelExpression.Compile(text, FeelScope.Of()).Expression!.Evaluate(FeelContext.Empty);

        Assert.True(watch.Elapsed < Soon, $"It took {watch.Elapsed}.");
    }

    [Theory]
    [InlineData("(a+)+$")]
    [InlineData("(a|aa)+b")]
    [InlineData("(a*)*\\1b")]
    public void A_pattern_made_to_try_for_ever_ends(string pattern)
    {
        FeelContext variables = FeelContext.Empty.With("s", FeelValue.From(new string('a', 50_000) + "!")).With("p", FeelValue.From(pattern));
        Stopwatch watch = Stopwatch.StartNew();

        FeelExpression.Compile("matches(s, p)", FeelScope.OpenWith("s", "p")).Expression!.Evaluate(variables);

        Assert.True(watch.Elapsed < Soon, $"It took {watch.Elapsed}.");
    }

    [Fact]
    public void A_cancelled_evaluation_ends_with_a_note()
    {
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();
        FeelExpression loop = FeelExpression.Compile("count(for i in 1..9000 return i)", FeelScope.Of()).Expression!;

        FeelResult result = loop.Evaluate(FeelContext.Empty, new FeelBudget { Cancellation = cancelled.Token });

        Assert.True(result.Value.IsNull);
        Assert.Contains("cancelled", result.Notes[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_memory_of_values_is_a_budget_of_its_own()
    {
        FeelExpression text = FeelExpression.Compile("count(for i in 1..100 return upper case(s))", FeelScope.OpenWith("s")).Expression!;
        FeelContext variables = FeelContext.Empty.With("s", FeelValue.From(new string('a', 10_000)));

        Assert.Equal(FeelValue.From(100), text.Evaluate(variables).Value);
        Assert.Contains("KB", text.Evaluate(variables, new FeelBudget { Allocation = 1_000_000 }).Notes[0].Message, StringComparison.Ordinal);
    }
}
