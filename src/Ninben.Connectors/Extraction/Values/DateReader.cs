using System.Globalization;
using System.Text.RegularExpressions;

namespace Ninben.Connectors.Extraction.Values;

/// <summary>Finds dates in many forms: <c>25/12/2018</c>, <c>2018-12-25</c>, <c>25 Dec 18</c>, <c>December 25, 2018</c>, and near misses of OCR.</summary>
internal static partial class DateReader
{
    private const int FirstYear = 1990;
    private const int LastYear = 2049;

    private static readonly (string Prefix, int Month)[] Months =
    [
        ("JAN", 1), ("FEB", 2), ("MAR", 3), ("MRZ", 3), ("MÄR", 3), ("MAC", 3), ("APR", 4), ("AVR", 4), ("MAY", 5), ("MAI", 5), ("MEI", 5), ("JUN",
            6), ("JUL", 7),
        ("AUG", 8), ("AOU", 8), ("OGO", 8), ("SEP", 9), ("OCT", 10), ("OKT", 10), ("NOV", 11), ("DEC", 12), ("DEZ", 12), ("DIS", 12),
    ];

    public static List<DateMention> Read(string line, DayOrder order)
    {
        var found = new List<DateMention>();
        foreach (Match match in YearFirst().Matches(line)) Add(found, match, new Parts(match.Groups["y"].Value, match.Groups["m"].Value,
            match.Groups["d"].Value), DayOrder.Unknown, Form.YearFirst);
        foreach (Match match in NamedAfter().Matches(line)) AddNamed(found, match);
        foreach (Match match in NamedBefore().Matches(line)) AddNamed(found, match);
        foreach (Match match in Numeric().Matches(line)) Add(found, match, new Parts(match.Groups["y"].Value, match.Groups["b"].Value,
            match.Groups["a"].Value), order, Form.Numeric);
        foreach (Match match in Smudged().Matches(line)) Add(found, match, new Parts(match.Groups["y"].Value, match.Groups["b"].Value,
            match.Groups["a"].Value), order, Form.Smudged);
        return found;
    }

    private static void Add(List<DateMention> found, Match match, Parts parts, DayOrder order, Form form)
    {
        if (Overlaps(found, match)) return;
        var repaired = form == Form.Smudged || !parts.AllDigits;
        if (!parts.Numbers(out var year, out var month, out var day)) return;
        if (Unsmudge(ref year, ref month, ref day)) repaired = true;
        DateOnly? first = Make(year, month, day);
        DateOnly? second = form == Form.YearFirst ? null : Make(year, day, month);
        if (order == DayOrder.MonthFirst) (first, second) = (second, first);
        if (first is null && second is not null) (first, second) = (second, null);
        if (first is not { } value) return;
        if (second == value) second = null;
        var quality = repaired ? DateQuality.Repaired : parts.Year.Length == 2 ? DateQuality.ShortYear : DateQuality.Clean;
        found.Add(new DateMention(value, second, match.Index, match.Length, quality));
    }

    private static void AddNamed(List<DateMention> found, Match match)
    {
        if (Overlaps(found, match)) return;
        var name = match.Groups["m"].Value.ToUpperInvariant();
        var month = Months.FirstOrDefault(entry => name.StartsWith(entry.Prefix, StringComparison.Ordinal)).Month;
        var parts = new Parts(match.Groups["y"].Value, month.ToString(CultureInfo.InvariantCulture), match.Groups["d"].Value);
        if (month == 0 || !parts.Numbers(out var year, out _, out var day) || Make(year, month, day) is not { } value) return;
        var quality = !parts.AllDigits ? DateQuality.Repaired : parts.Year.Length == 2 ? DateQuality.ShortYear : DateQuality.Clean;
        found.Add(new DateMention(value, null, match.Index, match.Length, quality));
    }

    private static bool Overlaps(List<DateMention> found, Match match) =>
        found.Any(other => match.Index < other.Start + other.Length && other.Start < match.Index + match.Length);

    // Numbers that no date has, and the one misreading that makes them of it: 2078 was 2018, the 63rd was the 3rd.
    private static bool Unsmudge(ref int year, ref int month, ref int day)
    {
        var read = (year, month, day);
        if (year is >= 2070 and <= 2079) year -= 60;
        if (month is > 60 and <= 69) month -= 60;
        if (day is > 60 and <= 69) day -= 60;
        return read != (year, month, day);
    }

    private static DateOnly? Make(int year, int month, int day)
    {
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        return new DateOnly(year, month, day);
    }

    [GeneratedRegex(@"(?<![\d/.\-])(?<y>(?:19|20)\d\d)\s?[/.\-]\s?(?<m>[\dOolI]{1,2})\s?[/.\-]\s?(?<d>[\dOolI]{1,2})(?![\d/])", RegexOptions.None, 500)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<![\d/.])(?<a>[\dOolIS]{1,2})\s?[/.\-]\s?(?<b>[\dOolIS]{1,2})\s?[/.\-]\s?(?<y>[12][\dOolIS]{3}|[\dOolIS]{2})"
        + @"(?![\dA-KM-Za-kmp-z/]|[.\-]\d)", RegexOptions.None, 500)]
    private static partial Regex Numeric();

    [GeneratedRegex(@"(?<!\d)(?<d>[\dOolI]{1,2})(?:st|nd|rd|th)?[\s\-./,']{0,3}(?<m>jan|feb|mar|mrz|mär|mac|apr|avr|may|mai|mei|jun|jul|aug|aou|"
        + @"ogo|sep|oct|okt|nov|dec|dez|dis)[a-zäéû]{0,8}[\s\-./,']{0,3}(?<y>[12][\dOolI]{3}|\d\d)(?!\d)", RegexOptions.IgnoreCase, 500)]
    private static partial Regex NamedAfter();

    [GeneratedRegex(@"(?<![a-z])(?<m>jan|feb|mar|mrz|mär|mac|apr|avr|may|mai|mei|jun|jul|aug|aou|ogo|sep|oct|okt|nov|dec|dez|dis)"
        + @"[a-zäéû]{0,8}[\s\-./]{0,3}(?<d>\d{1,2})(?:st|nd|rd|th)?[\s\-./,']{1,3}(?<y>20\d\d|19\d\d)(?!\d)", RegexOptions.IgnoreCase, 500)]
    private static partial Regex NamedBefore();

    // A slash is often read as 1, 7, l, I, f or a bracket: exactly two digits, such a sign, two digits, such a sign, and a year of this or the last century.
    [GeneratedRegex(@"(?<!\d)(?<a>[0-3OoCQ][\dOolIS])\s?[/.\-17lIfJ(){}\[\]|]\s?(?<b>[01OolI][\dOolISB])\s?[/.\-17lIfJ(){}\[\]|]\s?(?<y>20\d\d)(?!\d)",
        RegexOptions.None, 500)]
    private static partial Regex Smudged();

    private enum Form
    {
        YearFirst,
        Numeric,
        Smudged,
    }

    private readonly record struct Parts(string Year, string Month, string Day)
    {
        public bool AllDigits => (Year + Month + Day).All(char.IsAsciiDigit);

        public bool Numbers(out int year, out int month, out int day)
        {
            (month, day) = (0, 0);
            if (!Whole(Year, out year) || !Whole(Month, out month) || !Whole(Day, out day)) return false;
            if (Year.Length == 2) year += 2000;
            return true;
        }

        private static bool Whole(string text, out int number) =>
            int.TryParse(string.Concat(text.Select(sign => sign is 'C' ? '0' : AmountReader.Digit(sign))), NumberStyles.None,
                CultureInfo.InvariantCulture, out number);
    }
}
