using System.Diagnostics;
using Ninben.Feel.Syntax;
using Ninben.Feel.Values;

namespace Ninben.Feel.Evaluation;

/// <summary>Arithmetic over all kinds (DMN 1.5, Tables 45 to 50). Null means that the operands do not fit or the answer is out of range.</summary>
internal static class Operators
{
    public static FeelValue Apply(BinaryOperator operation, FeelValue left, FeelValue right)
    {
        if (left.IsNumber && right.IsNumber) return Wrap(Numbers(operation, left.NumberUnchecked, right.NumberUnchecked));
        try
        {
            return operation switch
            {
                BinaryOperator.Add => Add(left, right),
                BinaryOperator.Subtract => Subtract(left, right),
                BinaryOperator.Multiply => right.IsNumber && !left.IsNumber ? Scale(left, right.NumberUnchecked)
                    : left.IsNumber && !right.IsNumber ? Scale(right, left.NumberUnchecked) : BothNumbers(operation, left, right),
                BinaryOperator.Divide => Divide(left, right),
                BinaryOperator.Power => BothNumbers(operation, left, right),
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
        FeelKind.Number => FeelValue.From(-value.NumberUnchecked),
        FeelKind.DaysAndTimeDuration => FeelValue.FromNanoseconds(-value.Nanoseconds),
        FeelKind.YearsAndMonthsDuration => FeelValue.FromMonths(-value.Months),
        _ => default,
    };

    private static FeelValue Wrap(decimal? number) => number is decimal value ? FeelValue.From(value) : default;

    private static decimal? Numbers(BinaryOperator operation, decimal left, decimal right) => operation switch
    {
        BinaryOperator.Add => FeelNumber.Add(left, right),
        BinaryOperator.Subtract => FeelNumber.Subtract(left, right),
        BinaryOperator.Multiply => FeelNumber.Multiply(left, right),
        BinaryOperator.Divide => FeelNumber.Divide(left, right),
        BinaryOperator.Power => FeelNumber.Power(left, right),
        _ => throw new UnreachableException(operation.ToString()),
    };

    private static FeelValue BothNumbers(BinaryOperator operation, FeelValue left, FeelValue right) =>
        left.IsNumber && right.IsNumber ? Wrap(Numbers(operation, left.NumberUnchecked, right.NumberUnchecked)) : default;

    private static FeelValue Add(FeelValue left, FeelValue right) => (left.Kind, right.Kind) switch
    {
        (FeelKind.Number, FeelKind.Number) => BothNumbers(BinaryOperator.Add, left, right),
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
            case (FeelKind.Number, FeelKind.Number):
                return BothNumbers(BinaryOperator.Subtract, left, right);
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
            case (FeelKind.Number, FeelKind.Number):
                return BothNumbers(BinaryOperator.Divide, left, right);
            case (FeelKind.DaysAndTimeDuration, FeelKind.Number) when right.NumberUnchecked != 0:
                return FeelValue.FromNanoseconds((Int128)decimal.Truncate((decimal)left.Nanoseconds / right.NumberUnchecked));
            case (FeelKind.YearsAndMonthsDuration, FeelKind.Number) when right.NumberUnchecked != 0:
                return FeelValue.FromMonths((long)decimal.Truncate(left.Months / right.NumberUnchecked));
            case (FeelKind.DaysAndTimeDuration, FeelKind.DaysAndTimeDuration):
                return Wrap(FeelNumber.Divide((decimal)left.Nanoseconds, (decimal)right.Nanoseconds));
            case (FeelKind.YearsAndMonthsDuration, FeelKind.YearsAndMonthsDuration):
                return Wrap(FeelNumber.Divide(left.Months, right.Months));
            default:
                return default;
        }
    }

    private static FeelValue Scale(FeelValue duration, decimal factor) => duration.Kind switch
    {
        FeelKind.DaysAndTimeDuration => FeelValue.FromNanoseconds((Int128)decimal.Truncate((decimal)duration.Nanoseconds * factor)),
        FeelKind.YearsAndMonthsDuration => FeelValue.FromMonths((long)decimal.Truncate(duration.Months * factor)),
        _ => default,
    };

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
