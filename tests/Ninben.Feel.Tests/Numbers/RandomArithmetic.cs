using System.Globalization;

namespace Ninben.Feel.Tests.Numbers;

/// <summary>A random expression over numbers, in FEEL and in postfix notation for the oracle.</summary>
internal sealed record RandomArithmetic(string Feel, string Postfix)
{
    private static readonly (string Feel, string Postfix)[] Roundings =
        [("decimal", "half-even"), ("round up", "up"), ("round down", "down"), ("round half up", "half-up"), ("round half down", "half-down"),
            ("floor", "floor"), ("ceiling", "ceiling")];

    public static RandomArithmetic Of(int seed) => Make(new Random(seed), 4);

    private static RandomArithmetic Make(Random random, int depth)
    {
        if (depth == 0 || random.Next(8) == 0) return Number(random);
        switch (random.Next(16))
        {
            case < 4:
                return Binary(random, depth, "+");
            case < 6:
                return Binary(random, depth, "-");
            case < 9:
                return Binary(random, depth, "*");
            case < 12:
                return Binary(random, depth, "/");
            case 12:
                RandomArithmetic value = Make(random, depth - 1);
                int exponent = random.Next(6) == 0 ? random.Next(-400, 400) : random.Next(-9, 10);
                return new($"({value.Feel}) ** {exponent}", $"{value.Postfix} {exponent} **");
            case 13:
                (RandomArithmetic dividend, RandomArithmetic divisor) = (Make(random, depth - 1), Make(random, depth - 1));
                return new($"modulo({dividend.Feel}, {divisor.Feel})", $"{dividend.Postfix} {divisor.Postfix} modulo");
            case 14:
                (string feel, string postfix) = Roundings[random.Next(Roundings.Length)];
                RandomArithmetic rounded = Make(random, depth - 1);
                int scale = random.Next(-5, 40);
                return new($"{feel}({rounded.Feel}, {scale})", $"{rounded.Postfix} {scale} {postfix}");
            default:
                string function = random.Next(5) switch { 0 => "sqrt", 1 => "abs", 2 => "exp", 3 => "log", _ => "-" };
                RandomArithmetic argument = Make(random, depth - 1);
                return new($"{function}({argument.Feel})", $"{argument.Postfix} {(function == "-" ? "negate" : function)}");
        }
    }

    private static RandomArithmetic Binary(Random random, int depth, string sign)
    {
        RandomArithmetic left = Make(random, depth - 1);
        RandomArithmetic right = Make(random, depth - 1);
        return new($"({left.Feel} {sign} {right.Feel})", $"{left.Postfix} {right.Postfix} {sign}");
    }

    private static RandomArithmetic Number(Random random)
    {
        string text = random.Next(8) switch
        {
            < 3 => random.Next(0, 1_000).ToString(CultureInfo.InvariantCulture),
            < 5 => $"{random.Next(0, 100_000)}.{random.Next(0, 10_000):0000}",
            5 => $"0.{new string('0', random.Next(12))}{Digits(random, random.Next(1, 20))}",
            6 => $"{Digits(random, random.Next(1, 34))}.{Digits(random, random.Next(1, 20))}",
            _ => $"{Digits(random, random.Next(1, 34))}e{random.Next(-40, 60)}",
        };
        return new(text, text);
    }

    private static string Digits(Random random, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + random.Next(10))));
}
