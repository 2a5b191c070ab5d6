using System.Diagnostics;
using Ninben.Feel.Syntax;
using Ninben.Feel.Values;

namespace Ninben.Feel.Evaluation;

/// <summary>Arithmetic over all kinds (DMN 1.5, Tables 45 to 50). Null means that the operands do not fit or the answer is out of range.</summary>
internal static class Operators
{
    public static FeelValue Apply(BinaryOperator operation, FeelValue left, FeelValue right)
    {
        if (left.IsNumber && right.IsNumber) return Numbers(operation, left, right);
        try
        {
            return operation switch
            {
                BinaryOperator.Add => Add(left, right),
                BinaryOperator.Subtract => Subtract(left, right),
                BinaryOperator.Multiply => right.IsNumber ? Scale(left, right) : left.IsNumber ? Scale(right, left) : default,
                BinaryOperator.Divide => Divide(left, right),
                BinaryOperator.Power => default,
                _ => throw new UnreachableException(operation.ToString()),
            };
        }
        catch (OverflowException)
        {
            return default;
        }
    }

    public static FeelValue Negate(FeelValue value) => value.Kind switch
    {
        FeelKind.Number => FeelNumber.Negate(value),
        FeelKind.DaysAndTimeDuration => FeelValue.FromNanoseconds(-value.Nanoseconds),
        FeelKind.YearsAndMonthsDuration => FeelValue.FromMonths(-value.Months),
        _ => default,
    };

    private static FeelValue Numbers(BinaryOperator operation, FeelValue left, FeelValue right) => operation switch
    {
        BinaryOperator.Add => FeelNumber.Add(left, right),
        BinaryOperator.Subtract => FeelNumber.Subtract(left, right),
        BinaryOperator.Multiply => FeelNumber.Multiply(left, right),
        BinaryOperator.Divide => FeelNumber.Divide(left, right),
        BinaryOperator.Power => FeelNumber.Power(left, right),
        _ => throw new UnreachableException(operation.ToString()),
    };

    private static FeelValue Add(FeelValue left, FeelValue right) => (left.Kind, right.Kind) switch
    {
        (FeelKind.String, FeelKind.String) => FeelValue.From(left.AsString() + right.AsString()),
        (FeelKind.DaysAndTimeDuration, FeelKind.DaysAndTimeDuration) => FeelValue.FromNanoseconds(left.Nanoseconds + right.Nanoseconds),
        (FeelKind.YearsAndMonthsDuration, FeelKind.YearsAndMonthsDuration) => FeelValue.FromMonths(left.Months + right.Months),
        (FeelKind.Date or FeelKind.DateTime or FeelKind.Time, FeelKind.DaysAndTimeDuration) => Shift(left, right.Nanoseconds),
        (FeelKind.DaysAndTimeDuration, FeelKind.Date or FeelKind.DateTime or FeelKind.Time) => Shift(right, left.Nanoseconds),
        (FeelKind.Date or FeelKind.DateTime, FeelKind.YearsAndMonthsDuration) => ShiftMonths(left, right.Months),
        (FeelKind.YearsAndMonthsDuration, FeelKind.Date or FeelKind.DateTime) => ShiftMonths(right, left.Months),
        _ => default,
    };

    private static FeelValue Subtract(FeelValue left, FeelValue right)
    {
        switch (left.Kind, right.Kind)
        {
            case (FeelKind.Date or FeelKind.DateTime, FeelKind.Date or FeelKind.DateTime):
                // A date stands for its midnight at Greenwich where it meets a zoned date and time (DMN 1.5, 10.3.2.3.6).
                left = AsDateTime(left);
                right = AsDateTime(right);
                if ((left.Zone is null) != (right.Zone is null)) return default;
                return FeelValue.FromNanoseconds(FeelComparison.Instant(left) - FeelComparison.Instant(right));
            case (FeelKind.Time, FeelKind.Time):
                if ((left.Zone is null) != (right.Zone is null)) return default;
                return FeelValue.FromNanoseconds(FeelComparison.Instant(left) - FeelComparison.Instant(right));
            case (FeelKind.Date or FeelKind.DateTime or FeelKind.Time, FeelKind.DaysAndTimeDuration):
                return Shift(left, -right.Nanoseconds);
            case (FeelKind.Date or FeelKind.DateTime, FeelKind.YearsAndMonthsDuration):
                return ShiftMonths(left, -right.Months);
            case (FeelKind.DaysAndTimeDuration, FeelKind.DaysAndTimeDuration):
                return FeelValue.FromNanoseconds(left.Nanoseconds - right.Nanoseconds);
            case (FeelKind.YearsAndMonthsDuration, FeelKind.YearsAndMonthsDuration):
                return FeelValue.FromMonths(left.Months - right.Months);
            default:
                return default;
        }
    }

    private static FeelValue AsDateTime(FeelValue value) =>
        value.Kind == FeelKind.Date ? FeelValue.FromDateTime(value.Days, 0, FeelZone.Utc) : value;

    private static FeelValue Divide(FeelValue left, FeelValue right)
    {
        switch (left.Kind, right.Kind)
        {
            case (FeelKind.DaysAndTimeDuration or FeelKind.YearsAndMonthsDuration, FeelKind.Number):
                return Rescaled(left, FeelNumber.Divide(Amount(left), right));
            case (FeelKind.DaysAndTimeDuration, FeelKind.DaysAndTimeDuration) or (FeelKind.YearsAndMonthsDuration, FeelKind.YearsAndMonthsDuration):
                return FeelNumber.Divide(Amount(left), Amount(right));
            default:
                return default;
        }
    }

    private static FeelValue Scale(FeelValue duration, FeelValue factor) =>
        duration.Kind is FeelKind.DaysAndTimeDuration or FeelKind.YearsAndMonthsDuration
            ? Rescaled(duration, FeelNumber.Multiply(Amount(duration), factor)) : default;

    /// <summary>A duration's nanoseconds or months as a number.</summary>
    private static FeelValue Amount(FeelValue duration) => duration.Kind == FeelKind.YearsAndMonthsDuration ? FeelValue.From(duration.Months)
        : FeelValue.From(WideNumber.Rounded(duration.Nanoseconds, 0)!.Value);

    // A part of a nanosecond or of a month is cut off.
    private static FeelValue Rescaled(FeelValue duration, FeelValue amount)
    {
        if (amount.IsNull) return default;
        WideNumber whole = FeelNumber.Round(amount, FeelValue.FromCount(0), Rounding.Down).Wide;
        if (whole.Magnitude > 36) return default;
        System.Numerics.BigInteger units = whole.Exponent >= 0 ? whole.Signed * Powers.Of(whole.Exponent) : whole.Signed / Powers.Of(-whole.Exponent);
        return duration.Kind == FeelKind.DaysAndTimeDuration ? FeelValue.FromNanoseconds((Int128)units)
            : units >= long.MinValue && units <= long.MaxValue ? FeelValue.FromMonths((long)units) : default;
    }

    private static FeelValue Shift(FeelValue value, Int128 nanoseconds)
    {
        Int128 total = value.NanosecondsOfDay + nanoseconds;
        Int128 days = total >= 0 ? total / Calendar.NanosecondsPerDay : -((-total + Calendar.NanosecondsPerDay - 1) / Calendar.NanosecondsPerDay);
        long rest = (long)(total - (days * Calendar.NanosecondsPerDay));
        if (value.Kind == FeelKind.Time) return FeelValue.FromTime(rest, value.Zone);
        Int128 day = value.Days + days;
        if (!Calendar.IsWithin(day)) return default;
        return value.Kind == FeelKind.Date ? FeelValue.FromDays((long)day) : FeelValue.FromDateTime((long)day, rest, value.Zone);
    }

    private static FeelValue ShiftMonths(FeelValue value, long months)
    {
        if (Calendar.AddMonths(value.Days, months) is not long day) return default;
        return value.Kind == FeelKind.Date ? FeelValue.FromDays(day) : FeelValue.FromDateTime(day, value.NanosecondsOfDay, value.Zone);
    }
}
