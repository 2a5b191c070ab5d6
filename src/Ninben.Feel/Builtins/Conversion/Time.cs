using Ninben.Feel.Evaluation;
using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Conversion;

/// <summary>A time from text, from a date and time, or from hour, minute, second and offset.</summary>
internal static class Time
{
    public static Builtin Definition { get; } = Builtin.Of("time", "A time from text, from a date and time, or from hour, minute, second and offset.",
        "from: string -> time",
        static (run, a) => TemporalText.ParseTime(a[0].AsString()) is { IsNull: false } time ? time
            : run.Fail("feel-time", "The text is not a time of the form hh:mm:ss."))
        .Or("from: time -> time", static (_, a) => a[0])
        .Or("from: date and time -> time", static (_, a) => FeelValue.FromTime(a[0].NanosecondsOfDay, a[0].Zone))
        .Or("hour: number, minute: number, second: number, offset?: days and time duration -> time", static (run, a) =>
            Of(run, a[0].AsNumber(), a[1].AsNumber(), a[2].AsNumber(), a[3]));

    private static FeelValue Of(Run run, decimal hour, decimal minute, decimal second, FeelValue offset)
    {
        bool valid = hour is >= 0 and < 24 && minute is >= 0 and < 60 && second is >= 0 and < 60
            && decimal.Truncate(hour) == hour && decimal.Truncate(minute) == minute;
        long seconds = offset.IsNull ? 0 : (long)(offset.Nanoseconds / Calendar.NanosecondsPerSecond);
        if (!valid || seconds > 100_000 || seconds < -100_000 || !FeelZone.IsValidOffset((int)seconds)) return run.Fail("feel-time", "There is no such time.");
        long nanoseconds = (long)((((hour * 60) + minute) * 60 + second) * Calendar.NanosecondsPerSecond);
        return FeelValue.FromTime(nanoseconds, offset.IsNull ? null : FeelZone.OfOffset((int)seconds));
    }
}
