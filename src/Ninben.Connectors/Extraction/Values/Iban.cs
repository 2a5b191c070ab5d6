using System.Text;

namespace Ninben.Connectors.Extraction.Values;

/// <summary>International bank account numbers: ISO 13616, check digits by ISO/IEC 7064 mod 97-10.</summary>
internal static class Iban
{
    private const int Shortest = 15;
    private const int Longest = 34;
    private const int MostRepairs = 3;

    private static readonly Dictionary<string, int> Lengths = new()
    {
        ["AT"] = 20,
        ["BE"] = 16,
        ["BG"] = 22,
        ["CH"] = 21,
        ["CY"] = 28,
        ["CZ"] = 24,
        ["DE"] = 22,
        ["DK"] = 18,
        ["EE"] = 20,
        ["ES"] = 24,
        ["FI"] = 18,
        ["FR"] = 27,
        ["GB"] = 22,
        ["GR"] = 27,
        ["HR"] = 21,
        ["HU"] = 28,
        ["IE"] = 22,
        ["IS"] = 26,
        ["IT"] = 27,
        ["LI"] = 21,
        ["LT"] = 20,
        ["LU"] = 20,
        ["LV"] = 21,
        ["MT"] = 31,
        ["NL"] = 18,
        ["NO"] = 15,
        ["PL"] = 28,
        ["PT"] = 25,
        ["RO"] = 24,
        ["SE"] = 24,
        ["SI"] = 19,
        ["SK"] = 24,
        ["AE"] = 23,
        ["SA"] = 24,
        ["TR"] = 26,
    };

    private static readonly HashSet<string> LetterBanks = ["GB", "IE", "NL", "RO", "LV", "BG", "MT"];

    /// <summary>How long an account number of a country is, or null when the country is not known.</summary>
    public static int? LengthOf(string country) => Lengths.TryGetValue(country, out var length) ? length : null;

    /// <summary>Whether the check digits hold; the text is bare upper case.</summary>
    public static bool IsValid(string iban)
    {
        if (iban.Length is < Shortest or > Longest || !iban.All(char.IsAsciiLetterOrDigit) || !char.IsAsciiLetterUpper(iban[0])
            || !char.IsAsciiLetterUpper(iban[1])) return false;
        if (LengthOf(iban[..2]) is { } length && length != iban.Length) return false;
        var remainder = 0;
        foreach (var sign in iban[4..] + iban[..4])
        {
            if (char.IsAsciiDigit(sign)) remainder = (remainder * 10 + sign - '0') % 97;
            else if (char.IsAsciiLetterUpper(sign)) remainder = (remainder * 100 + sign - 'A' + 10) % 97;
            else return false;
        }

        return remainder == 1;
    }

    /// <summary>
    /// The one number that has the fewest look-alikes exchanged (O for 0, I for 1, S for 5, B for 8, Z for 2) and valid check digits, or null when
    /// there is none or more than one: a correction is never guessed.
    /// </summary>
    public static string? Repair(string read)
    {
        if (read.Length < Shortest) return null;
        var places = Enumerable.Range(0, read.Length).Where(i => Swap(read, i) is not null).ToArray();
        for (var repairs = 1; repairs <= MostRepairs; repairs++)
        {
            var found = new HashSet<string>();
            Try(new StringBuilder(read), new Swaps(places, 0, repairs), found);
            if (found.Count > 0) return found.Count == 1 ? found.First() : null;
        }

        return null;
    }

    private static void Try(StringBuilder text, Swaps swaps, HashSet<string> found)
    {
        if (swaps.Left == 0)
        {
            if (IsValid(text.ToString())) found.Add(text.ToString());
            return;
        }

        for (var i = swaps.From; i < swaps.Places.Length; i++)
        {
            var place = swaps.Places[i];
            var sign = text[place];
            text[place] = Swap(text.ToString(), place)!.Value;
            Try(text, swaps with { From = i + 1, Left = swaps.Left - 1 }, found);
            text[place] = sign;
        }
    }

    // Only towards what the place must hold: letters for the country and for the bank of some countries, else digits. A digit that was read is never
    // exchanged for another digit: that would turn a wrong number into somebody's account.
    private static char? Swap(string iban, int place)
    {
        var wantsLetter = place < 2 || (place is >= 4 and < 8 && LetterBanks.Contains(iban[..2]));
        return (wantsLetter, iban[place]) switch
        {
            (true, '0') => 'O',
            (true, '1') => 'I',
            (true, '5') => 'S',
            (true, '8') => 'B',
            (false, 'O' or 'Q' or 'D') => '0',
            (false, 'I' or 'L') => '1',
            (false, 'S') => '5',
            (false, 'B') => '8',
            (false, 'Z') => '2',
            _ => null,
        };
    }

    private readonly record struct Swaps(int[] Places, int From, int Left);
}
