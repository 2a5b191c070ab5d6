using System.Globalization;
using System.Numerics;
using System.Text;

namespace Ninben.Dev.Commands.Samples;

/// <summary>Account numbers that are well-formed and have right check digits (ISO 7064, mod 97-10), at banks that do not exist.</summary>
internal static class Iban
{
    /// <summary>An account in one of the countries in use; the bank codes are ones that no bank holds.</summary>
    public static string Draw(Random random, string country) => country switch
    {
        "DE" => Complete("DE", "000" + Digits(random, 5) + Digits(random, 10)),
        "GB" => Complete("GB", "NBNB" + Digits(random, 14)),
        "NL" => Complete("NL", "NINB" + Digits(random, 10)),
        "FR" => Complete("FR", "00000" + Digits(random, 18)),
        _ => throw new ArgumentOutOfRangeException(nameof(country), country, "Expected DE, GB, NL or FR."),
    };

    /// <summary>In groups of four, as printed.</summary>
    public static string Grouped(string iban) => string.Join(' ', iban.Chunk(4).Select(group => new string(group)));

    private static string Complete(string country, string account)
    {
        var digits = new StringBuilder();
        foreach (var character in account + country + "00")
            digits.Append(char.IsDigit(character) ? character.ToString() : (character - 'A' + 10).ToString(CultureInfo.InvariantCulture));
        var check = 98 - (int)(BigInteger.Parse(digits.ToString(), CultureInfo.InvariantCulture) % 97);
        return string.Create(CultureInfo.InvariantCulture, $"{country}{check:00}{account}");
    }

    private static string Digits(Random random, int count) =>
        string.Concat(Enumerable.Range(0, count).Select(_ => random.Next(10).ToString(CultureInfo.InvariantCulture)));
}
