using System.Globalization;
using System.Text.RegularExpressions;

namespace Ninben.Connectors.Extraction.Values;

/// <summary>Finds amounts with two decimals: <c>1,234.50</c>, <c>1.234,50</c>, <c>RM9.00</c>, and near misses such as <c>9 .00</c> or <c>1O.50</c>.</summary>
internal static partial class AmountReader
{
    private const decimal Largest = 99_999_999m;

    public static List<AmountMention> Read(string line)
    {
        var found = new List<AmountMention>();
        foreach (Match match in Amount().Matches(line))
        {
            var digits = match.Groups["whole"].Value;
            var cents = match.Groups["cents"].Value;
            if (!(digits + cents).Any(char.IsAsciiDigit)) continue;
            if (digits.Count(sign => !char.IsAsciiDigit(sign) && sign is not (',' or '.' or ' ' or '\'')) > digits.Count(char.IsAsciiDigit)) continue;
            if (!Number(digits, cents, out var value)) continue;
            var negative = match.Groups["minus"].Success;
            found.Add(new AmountMention(negative ? -value : value, match.Index, match.Length, IsRepaired(match), CurrencyOf(match, line)));
        }

        return found;
    }

    private static bool Number(string whole, string cents, out decimal value)
    {
        var digits = string.Concat(whole.Where(sign => sign is not (',' or '.' or ' ' or '\'')).Select(Digit));
        var text = digits + "." + string.Concat(cents.Select(Digit));
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && value <= Largest;
    }

    private static bool IsRepaired(Match match) =>
        match.Groups["whole"].Value.Any(sign => char.IsAsciiLetter(sign)) || match.Groups["cents"].Value.Any(char.IsAsciiLetter)
            || match.Groups["point"].Length > 1;

    private static string? CurrencyOf(Match match, string line)
    {
        if (match.Groups["sign"].Success) return CurrencyCodes.Find(match.Groups["sign"].Value);
        var after = line[(match.Index + match.Length)..].TrimStart();
        var word = string.Concat(after.TakeWhile(sign => char.IsLetter(sign) || char.GetUnicodeCategory(sign) == UnicodeCategory.CurrencySymbol));
        return word.Length == 0 ? null : CurrencyCodes.Find(word);
    }

    internal static char Digit(char sign) => sign switch
    {
        'O' or 'o' or 'Q' or 'D' => '0',
        'I' or 'l' or '|' or 'i' => '1',
        'Z' or 'z' => '2',
        'S' or 's' => '5',
        'B' => '8',
        _ => sign,
    };

    // Not inside a longer number, a date or a version, and not with the last letter of a word as its first digit; a percentage is no amount.
    [GeneratedRegex(@"(?<![\d.,/:\-]|\d[ ]|[A-Za-z](?=[OoIlSB]))(?<minus>-\s?)?(?:(?<sign>RM|R\sM|FM|KM|MYR|USD|EUR|GBP|SGD|CHF|AUD|US\$|S\$|A\$|\$|€|£)"
        + @"\s?)?(?<whole>(?:[1-9OoIlSB]\d{0,2}(?:[, '.]\d{3})+)|[\dOoIlSB]{1,7})(?<point>\s?[.,]\s?|\s?[.,]{2}\s?)(?<cents>[\dOoIlSB]{2})"
        + @"(?![\d%]|\s?%|[.,/:\-]\d)", RegexOptions.None, 500)]
    private static partial Regex Amount();
}
