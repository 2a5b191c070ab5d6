using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Temporal;

/// <summary>The number of the day in its year.</summary>
internal static class DayOfYear
{
    public static Builtin Definition { get; } = Builtin.Of("day of year", "The number of the day in its year.", "date: date -> number", static (_, a) =>
        FeelValue.From((decimal)Calendar.DayOfYear(a[0].Days)))
        .Or("date: date and time -> number", static (_, a) => FeelValue.From((decimal)Calendar.DayOfYear(a[0].Days)));
}
