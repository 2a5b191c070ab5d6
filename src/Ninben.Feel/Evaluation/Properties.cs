using Ninben.Feel.Values;

namespace Ninben.Feel.Evaluation;

/// <summary>The properties of values that a path reads (DMN 1.5, Table 53).</summary>
internal static class Properties
{
    /// <summary>Whether any kind of value has a property of that name.</summary>
    public static bool IsOne(string name) => name is "year" or "month" or "day" or "weekday" or "hour" or "minute" or "second" or "time offset" or "timezone"
        or "days" or "hours" or "minutes" or "seconds" or "years" or "months" or "start" or "end" or "start included" or "end included";

    public static bool TryRead(FeelValue value, string name, out FeelValue property)
    {
        switch (value.Kind)
        {
            case FeelKind.Date:
                return OfDate(value.Days, name, out property);
            case FeelKind.DateTime:
                return OfDate(value.Days, name, out property) || OfTime(value, name, out property);
            case FeelKind.Time:
                return OfTime(value, name, out property);
            case FeelKind.DaysAndTimeDuration:
                return OfDuration(value.Nanoseconds / Calendar.NanosecondsPerSecond, name, out property);
            case FeelKind.YearsAndMonthsDuration:
                return Number(name switch { "years" => value.Months / 12, "months" => value.Months % 12, _ => null }, out property);
            case FeelKind.Range:
                return OfRange(value.Range, name, out property);
            default:
                property = default;
                return false;
        }
    }

    private static bool Number(long? number, out FeelValue property)
    {
        property = number is long found ? FeelValue.From(found) : default;
        return number is not null;
    }

    private static bool OfDate(long days, string name, out FeelValue property)
    {
        if (name == "weekday") return Number(Calendar.DayOfWeek(days), out property);
        if (name is not ("year" or "month" or "day")) return Number(null, out property);
        (long year, int month, int day) = Calendar.Split(days);
        return Number(name switch { "year" => year, "month" => month, _ => day }, out property);
    }

    private static bool OfTime(FeelValue value, string name, out FeelValue property)
    {
        if (name == "timezone")
        {
            property = FeelValue.From(value.Zone?.Id);
            return true;
        }

        if (name == "time offset")
        {
            property = value.Zone is not FeelZone zone ? default : FeelValue.FromNanoseconds((Int128)(value.Kind == FeelKind.Time ? zone.BaseOffset
                : zone.OffsetAt(value.Days, value.NanosecondsOfDay)) * Calendar.NanosecondsPerSecond);
            return true;
        }

        long seconds = value.NanosecondsOfDay / Calendar.NanosecondsPerSecond;
        return Number(name switch { "hour" => seconds / 3600, "minute" => seconds / 60 % 60, "second" => seconds % 60, _ => null }, out property);
    }

    private static bool OfDuration(Int128 seconds, string name, out FeelValue property) => Number(
        name switch
        {
            "days" => (long)(seconds / 86_400),
            "hours" => (long)(seconds / 3600 % 24),
            "minutes" => (long)(seconds / 60 % 60),
            "seconds" => (long)(seconds % 60),
            _ => null,
        },
        out property);

    private static bool OfRange(FeelRange range, string name, out FeelValue property)
    {
        property = name switch
        {
            "start" => range.Start,
            "end" => range.End,
            "start included" => FeelValue.From(range.StartIncluded),
            "end included" => FeelValue.From(range.EndIncluded),
            _ => default,
        };
        return name is "start" or "end" or "start included" or "end included";
    }
}
