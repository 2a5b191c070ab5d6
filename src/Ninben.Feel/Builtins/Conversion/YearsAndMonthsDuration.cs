using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Conversion;

/// <summary>The whole months between two dates.</summary>
internal static class YearsAndMonthsDuration
{
    public static Builtin Definition { get; } = Builtin.Of("years and months duration", "The whole months between two dates.",
        "from: date, to: date -> years and months duration",
        static (_, a) => Between(a[0], a[1]))
        .Or("from: date and time, to: date and time -> years and months duration", static (_, a) => Between(a[0], a[1]));

    private static FeelValue Between(FeelValue from, FeelValue to)
    {
        if (from.Days > to.Days) return FeelValue.FromMonths(-Between(to, from).Months);
        (long fromYear, int fromMonth, int fromDay) = Calendar.Split(from.Days);
        (long toYear, int toMonth, int toDay) = Calendar.Split(to.Days);
        long months = ((toYear - fromYear) * 12) + toMonth - fromMonth;
        bool incomplete = toDay < fromDay || (toDay == fromDay && to.NanosecondsOfDay < from.NanosecondsOfDay);
        return FeelValue.FromMonths(incomplete ? months - 1 : months);
    }
}
