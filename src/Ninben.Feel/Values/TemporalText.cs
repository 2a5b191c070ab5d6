using System.Globalization;
using System.Text;

namespace Ninben.Feel.Values;

/// <summary>Reads and writes dates, times and durations in the lexical forms of DMN 1.5, 10.3.4.1 (XML Schema with IANA zones).</summary>
internal static class TemporalText
{
    public static FeelValue ParseDate(ReadOnlySpan<char> text)
    {
        Cursor cursor = new(text);
        return ReadDate(ref cursor) is long days && cursor.AtEnd ? FeelValue.FromDays(days) : default;
    }

    public static FeelValue ParseTime(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("T", StringComparison.Ordinal)) text = text[1..];
        Cursor cursor = new(text);
        if (ReadTime(ref cursor, lastHour: 23) is not long nanoseconds) return default;
        return ReadZone(ref cursor, out FeelZone? zone) && cursor.AtEnd ? FeelValue.FromTime(nanoseconds, zone) : default;
    }

    public static FeelValue ParseDateTime(ReadOnlySpan<char> text)
    {
        Cursor cursor = new(text);
        if (ReadDate(ref cursor) is not long days || !cursor.Take('T') || ReadTime(ref cursor, lastHour: 24) is not long nanoseconds) return default;
        if (!ReadZone(ref cursor, out FeelZone? zone) || !cursor.AtEnd) return default;
        // ISO 8601: 24:00:00 is the midnight at the end of the day.
        if (nanoseconds < Calendar.NanosecondsPerDay) return FeelValue.FromDateTime(days, nanoseconds, zone);
        return Calendar.IsWithin(days + 1) ? FeelValue.FromDateTime(days + 1, 0, zone) : default;
    }

    public static FeelValue ParseDuration(ReadOnlySpan<char> text)
    {
        Cursor cursor = new(text);
        bool negative = cursor.Take('-');
        if (!cursor.Take('P') || cursor.AtEnd) return default;
        FeelValue months = ReadMonths(cursor, negative);
        return months.IsNull ? ReadDaysAndTime(cursor, negative) : months;
    }

    /// <summary>The value of an at-literal: whichever of the four forms the text has.</summary>
    public static FeelValue ParseAny(ReadOnlySpan<char> text)
    {
        if (text.Length == 0) return default;
        if (text[0] == 'P' || text.StartsWith("-P", StringComparison.Ordinal)) return ParseDuration(text);
        if (text.Length > 2 && text[2] == ':') return ParseTime(text);
        return text.Contains('T') ? ParseDateTime(text) : ParseDate(text);
    }

    public static string Text(FeelValue value) => value.Kind switch
    {
        FeelKind.Date => DateText(value.Days),
        FeelKind.Time => TimeText(value.NanosecondsOfDay) + value.Zone?.Suffix,
        FeelKind.DateTime => DateText(value.Days) + "T" + TimeText(value.NanosecondsOfDay) + value.Zone?.Suffix,
        FeelKind.DaysAndTimeDuration => DurationText(value.Nanoseconds),
        FeelKind.YearsAndMonthsDuration => MonthsText(value.Months),
        _ => throw new System.Diagnostics.UnreachableException(value.Kind.ToString()),
    };

    private static long? ReadDate(ref Cursor cursor)
    {
        bool negative = cursor.Take('-');
        if (cursor.Digits(4, 9, out bool leadingZero, out int width) is not long year || (leadingZero && width > 4)) return null;
        if (!cursor.Take('-') || cursor.Digits(2, 2, out _, out _) is not long month) return null;
        if (!cursor.Take('-') || cursor.Digits(2, 2, out _, out _) is not long day) return null;
        if (negative) year = -year;
        return Calendar.IsValid(year, month, day) ? Calendar.DayNumber(year, (int)month, (int)day) : null;
    }

    private static long? ReadTime(ref Cursor cursor, int lastHour)
    {
        if (cursor.Digits(2, 2, out _, out _) is not long hour || hour > lastHour || !cursor.Take(':')) return null;
        if (cursor.Digits(2, 2, out _, out _) is not long minute || minute > 59 || !cursor.Take(':')) return null;
        if (cursor.Digits(2, 2, out _, out _) is not long second || second > 59) return null;
        long fraction = 0;
        if (cursor.Take('.'))
        {
            if (cursor.Digits(1, 18, out _, out int width) is not long digits) return null;
            for (int i = width; i < 9; i++) digits *= 10;
            for (int i = width; i > 9; i--) digits /= 10;
            fraction = digits;
        }

        long total = (((((hour * 60) + minute) * 60) + second) * Calendar.NanosecondsPerSecond) + fraction;
        return total <= Calendar.NanosecondsPerDay ? total : null;
    }

    private static bool ReadZone(ref Cursor cursor, out FeelZone? zone)
    {
        zone = null;
        if (cursor.AtEnd) return true;
        if (cursor.Take('Z') || cursor.Take('z'))
        {
            zone = FeelZone.Utc;
            return true;
        }

        if (cursor.Take('@'))
        {
            zone = FeelZone.TryRegion(cursor.Rest().ToString());
            return zone is not null;
        }

        bool negative = cursor.Take('-');
        if (!negative && !cursor.Take('+')) return false;
        if (cursor.Digits(2, 2, out _, out _) is not long hours || !cursor.Take(':') || cursor.Digits(2, 2, out _, out _) is not long minutes
            || minutes > 59) return false;
        long seconds = 0;
        if (cursor.Take(':') && (cursor.Digits(2, 2, out _, out _) is not long read || (seconds = read) > 59)) return false;
        int offset = (int)((hours * 3600) + (minutes * 60) + seconds);
        if (!FeelZone.IsValidOffset(offset)) return false;
        zone = FeelZone.OfOffset(negative ? -offset : offset);
        return true;
    }

    private static FeelValue ReadMonths(Cursor cursor, bool negative)
    {
        long months = 0;
        bool any = false;
        foreach ((char unit, int factor) in (ReadOnlySpan<(char, int)>)[('Y', 12), ('M', 1)])
        {
            Cursor before = cursor;
            if (cursor.Digits(1, 15, out _, out _) is long amount && cursor.Take(unit))
            {
                months += amount * factor;
                any = true;
            }
            else
            {
                cursor = before;
            }
        }

        return any && cursor.AtEnd ? FeelValue.FromMonths(negative ? -months : months) : default;
    }

    private static FeelValue ReadDaysAndTime(Cursor cursor, bool negative)
    {
        Int128 total = 0;
        bool any = false;
        Cursor before = cursor;
        if (cursor.Digits(1, 15, out _, out _) is long days && cursor.Take('D'))
        {
            total = (Int128)days * Calendar.NanosecondsPerDay;
            any = true;
        }
        else
        {
            cursor = before;
        }

        if (cursor.Take('T'))
        {
            bool anyTime = false;
            foreach ((char unit, long factor) in (ReadOnlySpan<(char, long)>)[('H', 3600), ('M', 60), ('S', 1)])
            {
                before = cursor;
                if (cursor.Digits(1, 15, out _, out _) is not long amount) break;
                long fraction = 0;
                if (unit == 'S' && cursor.Take('.'))
                {
                    if (cursor.Digits(0, 18, out _, out int width) is not long digits) return default;
                    for (int i = width; i < 9; i++) digits *= 10;
                    for (int i = width; i > 9; i--) digits /= 10;
                    fraction = digits;
                }

                if (!cursor.Take(unit))
                {
                    cursor = before;
                    continue;
                }

                total += ((Int128)amount * factor * Calendar.NanosecondsPerSecond) + fraction;
                anyTime = true;
            }

            if (!anyTime) return default;
            any = true;
        }

        return any && cursor.AtEnd ? FeelValue.FromNanoseconds(negative ? -total : total) : default;
    }

    private static string DateText(long days)
    {
        (long year, int month, int day) = Calendar.Split(days);
        return string.Create(CultureInfo.InvariantCulture, $"{(year < 0 ? "-" : "")}{Math.Abs(year):0000}-{month:00}-{day:00}");
    }

    private static string TimeText(long nanoseconds)
    {
        long seconds = nanoseconds / Calendar.NanosecondsPerSecond;
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}")
            + Fraction(nanoseconds % Calendar.NanosecondsPerSecond);
    }

    private static string Fraction(long nanoseconds) =>
        nanoseconds == 0 ? "" : "." + nanoseconds.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0');

    private static string DurationText(Int128 nanoseconds)
    {
        if (nanoseconds == 0) return "PT0S";
        StringBuilder text = new();
        if (nanoseconds < 0) text.Append('-');
        Int128 rest = Int128.Abs(nanoseconds);
        text.Append('P');
        Int128 days = rest / Calendar.NanosecondsPerDay;
        long time = (long)(rest % Calendar.NanosecondsPerDay);
        if (days > 0) text.Append(CultureInfo.InvariantCulture, $"{days}D");
        if (time == 0) return text.ToString();
        text.Append('T');
        long seconds = time / Calendar.NanosecondsPerSecond;
        if (seconds >= 3600) text.Append(CultureInfo.InvariantCulture, $"{seconds / 3600}H");
        if (seconds / 60 % 60 > 0) text.Append(CultureInfo.InvariantCulture, $"{seconds / 60 % 60}M");
        string fraction = Fraction(time % Calendar.NanosecondsPerSecond);
        if (seconds % 60 > 0 || fraction.Length > 0) text.Append(CultureInfo.InvariantCulture, $"{seconds % 60}{fraction}S");
        return text.ToString();
    }

    private static string MonthsText(long months)
    {
        if (months == 0) return "P0M";
        long size = Math.Abs(months);
        string years = size >= 12 ? string.Create(CultureInfo.InvariantCulture, $"{size / 12}Y") : "";
        string rest = size % 12 > 0 ? string.Create(CultureInfo.InvariantCulture, $"{size % 12}M") : "";
        return (months < 0 ? "-P" : "P") + years + rest;
    }

    private ref struct Cursor(ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> _rest = text;

        public readonly bool AtEnd => _rest.IsEmpty;

        public bool Take(char wanted)
        {
            if (_rest.IsEmpty || _rest[0] != wanted) return false;
            _rest = _rest[1..];
            return true;
        }

        public ReadOnlySpan<char> Rest()
        {
            ReadOnlySpan<char> rest = _rest;
            _rest = default;
            return rest;
        }

        public long? Digits(int least, int most, out bool leadingZero, out int width)
        {
            width = 0;
            long value = 0;
            leadingZero = !_rest.IsEmpty && _rest[0] == '0';
            while (width < _rest.Length && char.IsAsciiDigit(_rest[width]))
            {
                if (width == most) return null;
                value = (value * 10) + (_rest[width] - '0');
                width++;
            }

            if (width < least) return null;
            _rest = _rest[width..];
            return value;
        }
    }
}
