using System.Globalization;

namespace Ninben.Feel.Builtins.Temporal;

/// <summary>The English name of the month.</summary>
internal static class MonthOfYear
{
    public static Builtin Definition { get; } = Builtin.Of("month of year", "The English name of the month.",
        "date: date -> string", static (_, a) => Name(a[0]))
        .Or("date: date and time -> string", static (_, a) => Name(a[0]));

    private static FeelValue Name(FeelValue date) =>
        FeelValue.From(CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(Values.Calendar.Split(date.Days).Month));
}
