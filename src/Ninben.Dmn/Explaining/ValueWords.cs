using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ninben.Feel;
using Ninben.Feel.Values;
using Calendar = Ninben.Feel.Values.Calendar;

namespace Ninben.Dmn.Explaining;

/// <summary>A value as people write it: 12,400; 30 November 2026; 3 days 4 hours; texts without quotation marks.</summary>
internal static class ValueWords
{
    // What is longer than a line does not help somebody who has seconds.
    private const int Longest = 80;

    private static readonly ImmutableArray<string> Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static string Of(FeelValue value) => value.Kind switch
    {
        FeelKind.Null => "missing",
        FeelKind.Number => Number(value),
        FeelKind.Date => Date(value.Days),
        FeelKind.DateTime => $"{Date(value.Days)}, {FeelText.Display(value).Split('T', 2)[1]}",
        FeelKind.DaysAndTimeDuration => DaysAndTime(value),
        FeelKind.YearsAndMonthsDuration => YearsAndMonths(value),
        FeelKind.List when value.List.Count == 0 => "empty",
        FeelKind.List => Short(Joined(value.List)),
        FeelKind.String when value.AsString().Length == 0 => "empty",
        _ => Short(FeelText.Display(value)),
    };

    /// <summary>The name of what a value must be to be compared with one of that kind: "number", "date".</summary>
    public static string Kind(FeelKind kind) => kind switch
    {
        FeelKind.Number => "number",
        FeelKind.String => "text",
        FeelKind.Date => "date",
        FeelKind.Time => "time",
        FeelKind.DateTime => "date with time",
        FeelKind.Boolean => "yes or no",
        _ => "duration",
    };

    private static string Joined(FeelList list)
    {
        StringBuilder text = new();
        for (int i = 0; i < list.Count && text.Length <= Longest; i++) text.Append(i == 0 ? "" : ", ").Append(Of(list[i]));
        return text.ToString();
    }

    private static string Short(string text)
    {
        string line = text.ReplaceLineEndings(" ");
        if (line.Length <= Longest) return line;
        // Half of a surrogate pair is no character.
        int end = char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest;
        return line[..end] + "…";
    }

    private static string Number(FeelValue value)
    {
        string text = FeelText.Display(value);
        if (text.Contains('E', StringComparison.Ordinal)) return text;
        int point = text.IndexOf('.', StringComparison.Ordinal);
        string whole = point < 0 ? text : text[..point];
        StringBuilder grouped = new(whole);
        int first = whole.StartsWith('-') ? 1 : 0;
        for (int at = whole.Length - 3; at > first; at -= 3) grouped.Insert(at, ',');
        return string.Create(CultureInfo.InvariantCulture, $"{grouped}{(point < 0 ? "" : text[point..])}");
    }

    private static string Date(long days)
    {
        (long year, int month, int day) = Calendar.Split(days);
        return string.Create(CultureInfo.InvariantCulture, $"{day} {Months[month - 1]} {year}");
    }

    private static string DaysAndTime(FeelValue value)
    {
        Int128 left = Int128.Abs(value.Nanoseconds);
        Int128 seconds = left / Calendar.NanosecondsPerSecond;
        // Fractions of a second are no words.
        if (left % Calendar.NanosecondsPerSecond != 0) return FeelText.Display(value);
        return Amounts(value.Nanoseconds < 0, "0 seconds", (seconds / 86_400, "day"), (seconds / 3600 % 24, "hour"), (seconds / 60 % 60, "minute"),
            (seconds % 60, "second"));
    }

    private static string YearsAndMonths(FeelValue value) =>
        Amounts(value.Months < 0, "0 months", (Math.Abs(value.Months) / 12, "year"), (Math.Abs(value.Months) % 12, "month"));

    private static string Amounts(bool negative, string none, params (Int128 Count, string Unit)[] amounts)
    {
        string[] parts = [.. amounts.Where(amount => amount.Count != 0)
            .Select(amount => string.Create(CultureInfo.InvariantCulture, $"{amount.Count} {amount.Unit}{(amount.Count == 1 ? "" : "s")}"))];
        return parts.Length == 0 ? none : (negative ? "minus " : "") + string.Join(' ', parts);
    }
}
