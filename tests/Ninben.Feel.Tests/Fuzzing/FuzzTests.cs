using System.Collections.Immutable;
using System.Diagnostics;
using Ninben.Feel.Syntax;

namespace Ninben.Feel.Tests.Fuzzing;

/// <summary>Random texts, valid and broken. NINBEN_SEEDS says how many; the seed of a failure is printed.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly FeelScope Scope = FeelScope.OpenWith("a", "b", "applicant age", "x-1");

    // Nested loops would use up any budget; a small one leaves time for more texts.
    private static readonly FeelBudget Small = new(Steps: 500);

    private static readonly FeelContext Variables = FeelContext.Empty.With("a", FeelValue.ListOf(FeelValue.From(1), FeelValue.From("x")))
        .With("b", FeelValue.From(2)).With("applicant age", FeelValue.From(33)).With("x-1", FeelValue.From("x"));

    [Fact]
    public void No_text_makes_it_throw_or_hang_and_every_rejection_has_a_position() => Run(20_000, seed =>
    {
        RandomText random = new(seed);
        string text = seed % 2 == 0 ? random.Valid() : random.Broken();
        Stopwatch watch = Stopwatch.StartNew();

        FeelCompilation compilation = FeelExpression.Compile(text, Scope);
        compilation.Expression?.Evaluate(Variables, Small);
        FeelUnaryTests? tests = FeelUnaryTests.Compile(text, Scope).Tests;
        if (seed % 50 == 0) tests?.Matches(FeelValue.From(1), Variables);

        if (watch.Elapsed > TimeSpan.FromSeconds(10)) return $"took {watch.Elapsed}: {text}";
        if (compilation.Expression is not null) return null;
        Diagnostic? fault = compilation.Diagnostics.FirstOrDefault(found => found.Severity == DiagnosticSeverity.Error);
        bool placed = fault is { Message.Length: > 0, Location: { Line: >= 1, Column: >= 1, Offset: >= 0 } place } && place.Offset <= text.Length;
        return placed ? null : $"no place in {fault}: {text}";
    });

    [Fact]
    public void What_is_printed_from_syntax_reads_back_as_the_same_syntax() => Run(20_000, seed =>
    {
        string text = new RandomText(seed).Valid();
        if (Parse(text) is not Node node) return null;

        string printed = SyntaxPrinter.Print(node);

        return Parse(printed) is Node again && SyntaxPrinter.Print(again) == printed ? null : $"{text} is printed as {printed}";
    });

    private static Node? Parse(string text) => Parser.ParseExpression(new SourceText(text, null), Scope, ImmutableArray.CreateBuilder<Diagnostic>());

    private void Run(int standard, Func<int, string?> check)
    {
        int first = FuzzBudget.FirstSeed;
        int last = first + FuzzBudget.Seeds(standard);
        Stopwatch watch = Stopwatch.StartNew();
        int seed = first;
        for (; seed < last && watch.Elapsed < FuzzBudget.Time; seed++)
        {
            try
            {
                if (check(seed) is string fault) Assert.Fail($"seed {seed}: {fault}");
            }
            catch (Exception thrown) when (thrown is not Xunit.Sdk.IAssertionException)
            {
                Assert.Fail($"seed {seed}: {thrown}");
            }
        }

        output.WriteLine($"seeds {first} to {seed - 1}");
    }
}
