using System.Numerics;
using System.Text;
using Ninben.Feel;

namespace Ninben.Dev.Commands.Bench.Abuse;

/// <summary>JSON made to overflow the stack, to collide in every table of hashes, or to say two things at once.</summary>
internal static class JsonAttacks
{
    private const int Many = 1_000_000;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<AbuseCase> All { get; } =
    [
        Case("depth 10^5, arrays", () => new string('[', 100_000) + new string(']', 100_000), "refused"),
        Case("depth 10^5, objects", () => string.Concat(Enumerable.Repeat("{\"a\":", 100_000)) + "1" + new string('}', 100_000), "refused"),
        Case("a key twice", () => """{"amount": 1, "amount": 100000}""", "refused"),
        Case("a key twice, once escaped", () => """{"amount": 1, "\u0061mount": 100000}""", "refused"),
        Case("10^6 keys", () => Object(Enumerable.Range(0, Many).Select(i => $"k{i}")), "refused"),
        Case("10^6 keys that collide", () => Object(Colliding(Many)), "refused"),
        Case("50,000 keys that collide", () => Object(Colliding(50_000)), "read"),
        Case("a number with 10^6 digits", () => new string('9', Many), "refused"),
        Case("1e999999999", () => "1e999999999", "refused"),
        Case("half of a surrogate pair", () => "\"\\ud800\"", "refused"),
        Case("two values", () => "1 2", "refused"),
    ];

    private static AbuseCase Case(string name, Func<string> make, string expected)
    {
        // Made once and outside of what is measured.
        Lazy<byte[]> json = new(() => Encoding.UTF8.GetBytes(make()));
        return new AbuseCase("JSON", name, expected, () => Ended(json.Value));
    }

    private static string Ended(byte[] json)
    {
        try
        {
            FeelJson.Parse(json);
            return "read";
        }
        catch (FormatException)
        {
            return "refused";
        }
    }

    private static string Object(IEnumerable<string> keys) =>
        "{" + string.Join(',', keys.Select(key => System.Text.Json.JsonSerializer.Serialize(key) + ":0")) + "}";

    /// <summary>
    /// Texts of eight characters with one hash: .NET hashes the keys of a young table without a secret, two characters at a time into two sums, so that
    /// the third pair can undo what the first did.
    /// </summary>
    internal static IEnumerable<string> Colliding(int count)
    {
        const uint start = unchecked((5381u << 16) + 5381u);
        uint wanted = Round(Round(start, Pair('a', 'a')), Pair('a', 'a'));
        int made = 0;
        for (char first = '\u0100'; made < count; first++)
        {
            for (char second = '\u0100'; second < '\u2000' && made < count; second++)
            {
                uint last = wanted ^ Mixed(Round(start, Pair(first, second)));
                char third = (char)(last & 0xFFFF);
                char fourth = (char)(last >> 16);
                if (third < ' ' || fourth < ' ' || char.IsSurrogate(third) || char.IsSurrogate(fourth)) continue;
                made++;
                yield return string.Concat([first, second, 'x', 'x', third, fourth, 'x', 'x']);
            }
        }
    }

    private static uint Pair(char low, char high) => low | ((uint)high << 16);

    private static uint Mixed(uint hash) => unchecked(BitOperations.RotateLeft(hash, 5) + hash);

    private static uint Round(uint hash, uint pair) => Mixed(hash) ^ pair;
}
