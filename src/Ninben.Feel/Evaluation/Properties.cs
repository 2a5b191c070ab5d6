using Ninben.Feel.Values;

namespace Ninben.Feel.Evaluation;

/// <summary>The properties of values that a path reads (DMN 1.5, Table 53).</summary>
internal static class Properties
{
    public static bool TryRead(FeelValue value, string name, out FeelValue property)
    {
        object? found = value.Kind switch
        {
            FeelKind.Date => OfDate(value.Days, name),
            FeelKind.DateTime => OfDate(value.Days, name) ?? OfTime(value, name),
            FeelKind.Time => OfTime(value, name),
            FeelKind.DaysAndTimeDuration => OfDuration(value.Nanoseconds, name),
            FeelKind.YearsAndMonthsDuration => name switch { "years" => value.Months / 12, "months" => value.Months % 12, _ => null },
            FeelKind.Range => OfRange(value.Range, name),
            _ => null,
        };
        property = found switch
        {
            FeelValue read => read,
            long number => FeelValue.From(number),
            _ => default,
        };
        return found is not null;
    }

    private static object? OfDate(long days, string name)
    {
        if (name == "weekday") return (long)Calendar.DayOfWeek(days);
        (long year, int month, int day) = Calendar.Split(days);
        return name switch { "year" => year, "month" => (long)month, "day" => (long)day, _ => null };
    }

    private static object? OfTime(FeelValue value, string name)
    {
        long seconds = value.NanosecondsOfDay / Calendar.NanosecondsPerSecond;
        return name switch
        {
            "hour" => seconds / 3600,
            "minute" => seconds / 60 % 60,
            "second" => seconds % 60,
            "time offset" => value.Zone is FeelZone zone
                ? FeelValue.FromNanoseconds((Int128)(value.Kind == FeelKind.Time ? zone.BaseOffset
                    : zone.OffsetAt(value.Days, value.NanosecondsOfDay)) * Calendar.NanosecondsPerSecond)
                : FeelValue.Null,
            "timezone" => FeelValue.From(value.Zone?.Id),
            _ => null,
        };
    }

    private static object? OfDuration(Int128 nanoseconds, string name)
    {
        Int128 seconds = nanoseconds / Calendar.NanosecondsPerSecond;
        return name switch
        {
            "days" => (long)(seconds / 86_400),
            "hours" => (long)(seconds / 3600 % 24),
            "minutes" => (long)(seconds / 60 % 60),
            "seconds" => (long)(seconds % 60),
            _ => null,
        };
    }

    private static object? OfRange(FeelRange range, string name) => name switch
    {
        "start" => range.Start,
        "end" => range.End,
        "start included" => FeelValue.From(range.StartIncluded),
        "end included" => FeelValue.From(range.EndIncluded),
        _ => null,
    };
}
