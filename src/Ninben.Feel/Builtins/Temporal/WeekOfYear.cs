using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Temporal;

/// <summary>The number of the week after ISO 8601.</summary>
internal static class WeekOfYear
{
    public static Builtin Definition { get; } = Builtin.Of("week of year", "The number of the week after ISO 8601.", "date: date -> number", static (_, a) =>
        FeelValue.From((decimal)Calendar.WeekOfYear(a[0].Days)))
        .Or("date: date and time -> number", static (_, a) => FeelValue.From((decimal)Calendar.WeekOfYear(a[0].Days)));
}
