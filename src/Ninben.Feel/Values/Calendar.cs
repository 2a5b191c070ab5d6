namespace Ninben.Feel.Values;

/// <summary>The proleptic Gregorian calendar for years -999,999,999 to 999,999,999, which DateOnly does not reach.</summary>
internal static class Calendar
{
    public const long NanosecondsPerSecond = 1_000_000_000;
    public const long NanosecondsPerDay = 86_400 * NanosecondsPerSecond;
    public const long DaysToEpoch = 719_162;
    public const int MaximumYear = 999_999_999;

    /// <summary>Days since 1970-01-01, by counting years from March so that a leap day ends its year.</summary>
    public static long DayNumber(long year, int month, int day)
    {
        long y = month <= 2 ? year - 1 : year;
        long era = (y >= 0 ? y : y - 399) / 400;
        long yearOfEra = y - (era * 400);
        long dayOfYear = (((153 * (month + (month > 2 ? -3 : 9))) + 2) / 5) + day - 1;
        return (era * 146_097) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - 719_468;
    }

    public static (long Year, int Month, int Day) Split(long dayNumber)
    {
        long z = dayNumber + 719_468;
        long era = (z >= 0 ? z : z - 146_096) / 146_097;
        long dayOfEra = z - (era * 146_097);
        long yearOfEra = (dayOfEra - (dayOfEra / 1_460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        long dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        long shifted = ((5 * dayOfYear) + 2) / 153;
        int day = (int)(dayOfYear - (((153 * shifted) + 2) / 5) + 1);
        int month = (int)(shifted < 10 ? shifted + 3 : shifted - 9);
        return (yearOfEra + (era * 400) + (month <= 2 ? 1 : 0), month, day);
    }

    public static bool IsLeap(long year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    public static int DaysInMonth(long year, int month) => month switch
    {
        2 => IsLeap(year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    public static bool IsValid(long year, long month, long day) => Math.Abs(year) <= MaximumYear && month is >= 1 and <= 12 && day >= 1
        && day <= DaysInMonth(year, (int)month);

    /// <summary>Monday is 1 and Sunday 7; day 0 (1970-01-01) was a Thursday.</summary>
    public static int DayOfWeek(long dayNumber) => (int)((((dayNumber + 3) % 7) + 7) % 7) + 1;

    public static int DayOfYear(long dayNumber) => (int)(dayNumber - DayNumber(Split(dayNumber).Year, 1, 1)) + 1;

    /// <summary>ISO 8601 week: the week of the year's first Thursday is week 1.</summary>
    public static int WeekOfYear(long dayNumber)
    {
        long thursday = dayNumber - DayOfWeek(dayNumber) + 4;
        return ((DayOfYear(thursday) - 1) / 7) + 1;
    }

    /// <summary>Adds months, keeping the day where the month has it and taking its last day otherwise; null outside the calendar.</summary>
    public static long? AddMonths(long dayNumber, long months)
    {
        (long year, int month, int day) = Split(dayNumber);
        if (Math.Abs(months) > 12L * 2 * MaximumYear) return null;
        long total = (year * 12) + month - 1 + months;
        long newYear = total >= 0 ? total / 12 : ((total + 1) / 12) - 1;
        int newMonth = (int)(total - (newYear * 12)) + 1;
        if (Math.Abs(newYear) > MaximumYear) return null;
        return DayNumber(newYear, newMonth, Math.Min(day, DaysInMonth(newYear, newMonth)));
    }

    public static bool IsWithin(Int128 dayNumber) => dayNumber >= DayNumber(-MaximumYear, 1, 1) && dayNumber <= DayNumber(MaximumYear, 12, 31);
}
