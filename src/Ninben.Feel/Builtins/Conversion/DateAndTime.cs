using Ninben.Feel.Evaluation;
using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Conversion;

/// <summary>A date and time from text, or from a date and a time.</summary>
internal static class DateAndTime
{
    public static Builtin Definition { get; } = Builtin.Of("date and time", "A date and time from text, or from a date and a time.",
        "from: string -> date and time",
        static (run, a) => Parse(run, a[0].AsString()))
        .Or("date: date, time: time -> date and time", static (_, a) => FeelValue.FromDateTime(a[0].Days, a[1].NanosecondsOfDay, a[1].Zone))
        .Or("date: date and time, time: time -> date and time", static (_, a) => FeelValue.FromDateTime(a[0].Days, a[1].NanosecondsOfDay, a[1].Zone))
        .Or("from: date and time -> date and time", static (_, a) => a[0])
        .Or("date: date and time, timezone: string -> date and time", static (run, a) => InZone(run, a[0], a[1].AsString()));

    private static FeelValue Parse(Run run, string text)
    {
        FeelValue value = TemporalText.ParseDateTime(text);
        if (!value.IsNull) return value;
        FeelValue date = TemporalText.ParseDate(text);
        return date.IsNull ? run.Fail("feel-date", "The text is not a date and time.") : FeelValue.FromDateTime(date.Days, 0, null);
    }

    private static FeelValue InZone(Run run, FeelValue value, string zone) =>
        FeelZone.TryRegion(zone) is FeelZone region ? FeelValue.FromDateTime(value.Days, value.NanosecondsOfDay, region)
            : run.Fail("feel-zone", "There is no such time zone.");
}
