using Ninben.Dev.Commands.Bench.Abuse;

namespace Ninben.Feel.Tests;

/// <summary>
/// Expressions and JSON made to stop a machine. Each ends on the limit that was made for it, with the limits that hold by default; how long that takes is
/// what ./dev bench abuse measures.
/// </summary>
public sealed class AbuseTests
{
    public static TheoryData<int, string> Expressions => [.. FeelAttacks.All.Select((attack, at) => (at, Short(attack)))];

    public static TheoryData<int, string> Texts => [.. JsonAttacks.All.Select((attack, at) => (at, Short(attack)))];

    [Theory]
    [MemberData(nameof(Expressions))]
    public void A_hostile_expression_ends_on_its_limit(int number, string name)
    {
        AbuseCase attack = FeelAttacks.All[number];

        string ended = attack.Run();

        Assert.True(attack.Expected.Split(" or ").Contains(ended), $"{name}: expected {attack.Expected}, found {ended}.");
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Hostile_JSON_is_refused_before_it_is_built(int number, string name)
    {
        AbuseCase attack = JsonAttacks.All[number];

        string ended = attack.Run();

        Assert.True(ended == attack.Expected, $"{name}: expected {attack.Expected}, found {ended}.");
    }

    [Fact]
    public void The_limits_that_hold_by_default_are_those_that_were_measured()
    {
        FeelBudget budget = FeelBudget.Default;

        Assert.Equal((200_000, 256, 10_000, 1_048_576, 134_217_728), (budget.Steps, budget.Depth, budget.ListLength, budget.StringLength, budget.Allocation));
    }

    // What each of these does once takes a tenth of a millisecond or more: with so many steps the loop must not come to its end.
    [Theory]
    [InlineData("count(for i in 1..N return exp(i))", 1_000)]
    [InlineData("count(for i in 1..N return log(i))", 1_000)]
    [InlineData("count(for i in 1..N return 1.5 ** (i / 7))", 1_000)]
    [InlineData("count(for i in 1..N return matches(string(i), \"x\" + string(i)))", 600)]
    [InlineData("count(for i in 1..N return matches(string(i) + \"aa\", \"(a)\\\\1\"))", 30)]
    public void Costly_functions_cost_more_steps(string text, int many)
    {
        FeelResult ended = Evaluate(text.Replace("N", $"{many}", StringComparison.Ordinal));
        FeelResult few = Evaluate(text.Replace("N", $"{many / 10}", StringComparison.Ordinal));

        Assert.Equal("budget-exhausted", ended.Notes[0].Code);
        Assert.Equal(FeelValue.From(many / 10), few.Value);
    }

    [Fact]
    public void A_pattern_is_paid_for_once_in_an_evaluation_whether_it_was_made_before_or_not()
    {
        const string text = "count(for i in 1..N return matches(string(i), \"paid-once-[0-9]\"))";

        FeelResult first = Evaluate(text.Replace("N", "9000", StringComparison.Ordinal));
        FeelResult second = Evaluate(text.Replace("N", "9000", StringComparison.Ordinal));

        Assert.Equal((FeelValue.From(9_000), FeelValue.From(9_000)), (first.Value, second.Value));
    }

    [Fact]
    public void A_search_that_took_too_long_ends_the_evaluation_instead_of_being_tried_again()
    {
        FeelContext variables = FeelContext.Empty.With("s", FeelValue.From(new string('a', 50_000) + "!"));
        FeelExpression loop = FeelExpression.Compile("for i in 1..9000 return matches(s, \"(a*)*\\\\1b\")", FeelScope.OpenWith("s")).Expression!;

        FeelResult result = loop.Evaluate(variables);

        Assert.True(result.Value.IsNull);
        Assert.Equal(["budget-exhausted"], result.Notes.Select(note => note.Code));
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

    private static FeelResult Evaluate(string text) => FeelExpression.Compile(text, FeelScope.Of()).Expression!.Evaluate(FeelContext.Empty);

    private static string Short(AbuseCase attack) => attack.Name.Length <= 60 ? attack.Name : attack.Name[..60];
}
