using FsCheck;
using FsCheck.Fluent;

namespace Ninben.Feel.Tests;

/// <summary>Properties over random values; FsCheck prints the seed of a failure, and the value is made from the number it shows.</summary>
public sealed class PropertyTests
{
    private static readonly string[] Words = ["a", "1", "+", "-", "**", "(", ")", "[", "]", "{", "}", "..", ",", ":", "\"", "if", "then", "else",
        "for", "in", "return", "some", "satisfies", "function", "not", "null", "true", "between", "and", "instance", "of", "?", "<", ">=", ".", "@",
        "@\"PT1H\"", "\"x\"", "date and time", "//", "/*", "list", " "];

    [Fact]
    public void Literals_read_back_as_the_value_they_were_printed_from() => Check.QuickThrowOnFailure(Prop.ForAll<int>(seed =>
    {
        FeelValue value = RandomValue(new Random(seed), 3);
        FeelExpression? read = FeelExpression.Compile(value.ToString(), FeelScope.Of()).Expression;
        return read is not null && read.Evaluate(FeelContext.Empty, new FeelBudget(Steps: 10_000_000)).Value.Equals(value);
    }));

    [Fact]
    public void Json_reads_back_as_the_plain_value_and_equal_values_have_one_canonical_form() => Check.QuickThrowOnFailure(Prop.ForAll<int>(seed =>
    {
        FeelValue value = RandomValue(new Random(seed), 3);
        FeelValue plain = FeelJson.Plain(value);
        FeelValue read = FeelJson.Parse(FeelJson.ToJson(value));
        return read.Equals(plain) && FeelJson.ToCanonicalUtf8(read).AsSpan().SequenceEqual(FeelJson.ToCanonicalUtf8(value));
    }));

    [Fact]
    public void No_text_makes_the_compiler_or_the_evaluation_throw() => Check.QuickThrowOnFailure(Prop.ForAll<string>(text =>
    {
        CompileAndRun(text ?? "");
        return true;
    }));

    [Fact]
    public void No_sequence_of_words_makes_the_compiler_or_the_evaluation_throw()
    {
        for (int seed = 0; seed < 5_000; seed++)
        {
            Random random = new(seed);
            string text = string.Join(random.Next(2) == 0 ? " " : "", Enumerable.Range(0, random.Next(1, 15)).Select(_ => Words[random.Next(Words.Length)]));
            try
            {
                CompileAndRun(text);
            }
            catch (Exception fault)
            {
                throw new Xunit.Sdk.XunitException($"Seed {seed}: {text}: {fault}");
            }
        }
    }

    private static void CompileAndRun(string text)
    {
        FeelContext variables = FeelContext.Empty.With("a", FeelValue.ListOf(FeelValue.From(1), FeelValue.From("x")));
        FeelExpression.Compile(text, FeelScope.Open).Expression?.Evaluate(variables);
        FeelUnaryTests.Compile(text, FeelScope.Open).Tests?.Matches(FeelValue.From(1), variables);
    }

    private static FeelValue RandomValue(Random random, int depth) => random.Next(depth > 0 ? 10 : 7) switch
    {
        0 => FeelValue.Null,
        1 => FeelValue.From(random.Next(2) == 0),
        2 => FeelValue.From(new decimal(random.Next(), random.Next(), random.Next(2), random.Next(2) == 0, (byte)random.Next(20))),
        3 => FeelValue.From(new string([.. Enumerable.Range(0, random.Next(8)).Select(_ => (char)random.Next(1, 0xD7FF))])),
        4 => FeelValue.FromDate(DateOnly.FromDayNumber(random.Next(3_000_000))),
        5 => FeelValue.FromInstant(new DateTimeOffset(random.NextInt64(DateTime.MaxValue.Ticks / 2, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay),
            TimeSpan.FromMinutes(random.Next(-600, 600)))),
        6 => FeelValue.FromDuration(TimeSpan.FromTicks(random.NextInt64(-1_000_000_000_000, 1_000_000_000_000))),
        7 => FeelValue.FromList([.. Enumerable.Range(0, random.Next(4)).Select(_ => RandomValue(random, depth - 1))]),
        _ => FeelValue.From(FeelContext.Of(Enumerable.Range(0, random.Next(12)).Select(i => KeyValuePair.Create("key " + i, RandomValue(random, depth - 1))))),
    };
}
