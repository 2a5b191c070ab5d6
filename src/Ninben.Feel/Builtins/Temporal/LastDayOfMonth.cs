using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Temporal;

/// <summary>The last day of the month of a date.</summary>
internal static class LastDayOfMonth
{
    public static Builtin Definition { get; } = Builtin.Of("last day of month", "The last day of the month of a date.",
        "date: date -> date", static (_, a) => Of(a[0]))
        .Or("date: date and time -> date", static (_, a) => Of(a[0]));

    private static FeelValue Of(FeelValue date)
    {
        (long year, int month, _) = Calendar.Split(date.Days);
        return FeelValue.FromDays(Calendar.DayNumber(year, month, Calendar.DaysInMonth(year, month)));
    }
}
