namespace Ninben.Feel.Values;

/// <summary>Equality and order of FEEL values (DMN 1.5, 10.3.2.13 and Table 42); null where two values cannot be compared.</summary>
internal static class FeelComparison
{
    public static bool? AreEqual(in FeelValue left, in FeelValue right)
    {
        if (left.IsNull || right.IsNull) return left.IsNull && right.IsNull;
        if (left.Kind != right.Kind) return null;
        return left.Kind switch
        {
            FeelKind.Time or FeelKind.DateTime => AreTemporalsEqual(left, right),
            FeelKind.List => AreListsEqual(left.List, right.List),
            FeelKind.Context => AreContextsEqual(left.AsContext(), right.AsContext()),
            _ => left.Equals(right),
        };
    }

    /// <summary>Negative, zero or positive; null for kinds without order, for differing kinds, and for a local time against a zoned one.</summary>
    public static int? Order(in FeelValue left, in FeelValue right)
    {
        if (left.IsCount && right.IsCount) return left.CountUnchecked.CompareTo(right.CountUnchecked);
        if (left.Kind != right.Kind) return null;
        return left.Kind switch
        {
            FeelKind.Number => FeelNumber.Compare(left, right),
            FeelKind.String => CompareText(left.AsString(), right.AsString()),
            FeelKind.Date => left.Days.CompareTo(right.Days),
            FeelKind.Time or FeelKind.DateTime => (left.Zone is null) == (right.Zone is null) ? Instant(left).CompareTo(Instant(right)) : null,
            FeelKind.DaysAndTimeDuration => left.Nanoseconds.CompareTo(right.Nanoseconds),
            FeelKind.YearsAndMonthsDuration => left.Months.CompareTo(right.Months),
            _ => null,
        };
    }

    /// <summary>Nanoseconds since the epoch (date and time) or midnight (time), at Greenwich when there is a zone.</summary>
    public static Int128 Instant(FeelValue value)
    {
        Int128 local = ((Int128)value.Days * Calendar.NanosecondsPerDay) + value.NanosecondsOfDay;
        if (value.Zone is not FeelZone zone) return local;
        int offset = value.Kind == FeelKind.Time ? zone.BaseOffset : zone.OffsetAt(value.Days, value.NanosecondsOfDay);
        return local - ((Int128)offset * Calendar.NanosecondsPerSecond);
    }

    // DMN 1.5, 10.3.2.3.4 and 5: equality is that of the value in seconds; what lies below a millisecond does not count (TCK 0068, time_005).
    private static bool? AreTemporalsEqual(FeelValue left, FeelValue right) => (left.Zone is null) == (right.Zone is null)
        && Milliseconds(Instant(left)) == Milliseconds(Instant(right));

    private static Int128 Milliseconds(Int128 instant) => (instant - (instant < 0 ? 999_999 : 0)) / 1_000_000;

    private static bool? AreListsEqual(FeelList left, FeelList right)
    {
        if (left.Count != right.Count) return false;
        for (int i = 0; i < left.Count; i++)
        {
            if (AreEqual(left[i], right[i]) is not true) return false;
        }

        return true;
    }

    private static bool? AreContextsEqual(FeelContext left, FeelContext right)
    {
        if (left.Count != right.Count) return false;
        foreach ((string name, FeelValue value) in left)
        {
            if (!right.TryGetValue(name, out FeelValue other) || AreEqual(value, other) is not true) return false;
        }

        return true;
    }

    // Code points order strings; UTF-16 order differs from it only where a surrogate meets a character above the surrogates.
    private static int CompareText(string left, string right)
    {
        int length = Math.Min(left.Length, right.Length);
        for (int i = 0; i < length; i++)
        {
            if (left[i] == right[i]) continue;
            bool leftHigh = char.IsSurrogate(left[i]);
            return leftHigh == char.IsSurrogate(right[i]) ? left[i].CompareTo(right[i]) : leftHigh ? 1 : -1;
        }

        return left.Length.CompareTo(right.Length);
    }
}
