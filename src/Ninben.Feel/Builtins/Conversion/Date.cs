using Ninben.Feel.Evaluation;
using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Conversion;

/// <summary>A date from text, from a date and time, or from year, month and day.</summary>
internal static class Date
{
    public static Builtin Definition { get; } = Builtin.Of("date", "A date from text, from a date and time, or from year, month and day.",
        "from: string -> date",
        static (run, a) => TemporalText.ParseDate(a[0].AsString()) is { IsNull: false } date ? date
            : run.Fail("feel-date", "The text is not a date of the form YYYY-MM-DD."))
        .Or("from: date -> date", static (_, a) => a[0])
        .Or("from: date and time -> date", static (_, a) => FeelValue.FromDays(a[0].Days))
        .Or("year: number, month: number, day: number -> date", static (run, a) => Of(run, a[0].AsNumber(), a[1].AsNumber(), a[2].AsNumber()));

    private static FeelValue Of(Run run, decimal year, decimal month, decimal day)
    {
        bool whole = decimal.Truncate(year) == year && decimal.Truncate(month) == month && decimal.Truncate(day) == day;
        bool small = Math.Abs(year) <= Calendar.MaximumYear && Math.Abs(month) <= 12 && Math.Abs(day) <= 31;
        if (!whole || !small || !Calendar.IsValid((long)year, (long)month, (long)day)) return run.Fail("feel-date", "There is no such day.");
        return FeelValue.FromDays(Calendar.DayNumber((long)year, (int)month, (int)day));
    }
}
