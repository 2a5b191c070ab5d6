using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Temporal;

/// <summary>The English name of the day.</summary>
internal static class DayOfWeek
{
    public static Builtin Definition { get; } = Builtin.Of("day of week", "The English name of the day.", "date: date -> string", static (_, a) => Name(a[0]))
        .Or("date: date and time -> string", static (_, a) => Name(a[0]));

    private static FeelValue Name(FeelValue date) => FeelValue.From(Calendar.DayOfWeek(date.Days) switch
    {
        1 => "Monday",
        2 => "Tuesday",
        3 => "Wednesday",
        4 => "Thursday",
        5 => "Friday",
        6 => "Saturday",
        _ => "Sunday",
    });
}
