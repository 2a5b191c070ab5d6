using Ninben.Feel.Evaluation;
using Ninben.Feel.Syntax;
using Ninben.Feel.Values;

namespace Ninben.Feel.Typing;

/// <summary>
/// What operators make of kinds, found by asking the operators themselves with a few values of each kind: where all of them give null, every
/// value of these kinds does.
/// </summary>
internal static class Samples
{
    private static readonly FeelValue[] s_numbers = [FeelValue.From(2)];
    private static readonly FeelValue[] s_texts = [FeelValue.From("a")];
    private static readonly FeelValue[] s_truths = [FeelValue.True];
    private static readonly FeelValue[] s_dates = [FeelValue.FromDays(20_000)];
    private static readonly FeelValue[] s_times = [FeelValue.FromTime(0, null), FeelValue.FromTime(0, FeelZone.Utc)];
    private static readonly FeelValue[] s_moments = [FeelValue.FromDateTime(20_000, 0, null), FeelValue.FromDateTime(20_000, 0, FeelZone.Utc)];
    private static readonly FeelValue[] s_durations = [FeelValue.FromNanoseconds(Calendar.NanosecondsPerDay)];
    private static readonly FeelValue[] s_months = [FeelValue.FromMonths(14)];

    /// <summary>The type of an operation's answer; the type of null when there never is one.</summary>
    public static FeelType Answer(BinaryOperator operation, FeelKind left, FeelKind right)
    {
        FeelKind answer = FeelKind.Null;
        foreach (FeelValue first in Of(left))
        {
            foreach (FeelValue second in Of(right))
            {
                FeelKind kind = operation switch
                {
                    BinaryOperator.Equal or BinaryOperator.NotEqual => FeelComparison.AreEqual(first, second) is null ? FeelKind.Null : FeelKind.Boolean,
                    BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual =>
                        FeelComparison.Order(first, second) is null ? FeelKind.Null : FeelKind.Boolean,
                    _ => Operators.Apply(operation, first, second).Kind,
                };
                if (kind == FeelKind.Null) continue;
                if (answer != FeelKind.Null && answer != kind) return FeelType.Any;
                answer = kind;
            }
        }

        return new SimpleType(answer);
    }

    public static FeelType Negative(FeelKind kind) => new SimpleType(Operators.Negate(Of(kind)[0]).Kind);

    /// <summary>The type of a property; the type of null when values of that kind have no such property, Any when it may have several types.</summary>
    public static FeelType Property(FeelKind kind, string name)
    {
        foreach (FeelValue value in Of(kind))
        {
            // A property may be null for one value and not for another, such as the zone of a local time.
            if (Properties.TryRead(value, name, out FeelValue property)) return property.IsNull ? FeelType.Any : new SimpleType(property.Kind);
        }

        return new SimpleType(FeelKind.Null);
    }

    private static FeelValue[] Of(FeelKind kind) => kind switch
    {
        FeelKind.Number => s_numbers,
        FeelKind.String => s_texts,
        FeelKind.Boolean => s_truths,
        FeelKind.Date => s_dates,
        FeelKind.Time => s_times,
        FeelKind.DateTime => s_moments,
        FeelKind.DaysAndTimeDuration => s_durations,
        FeelKind.YearsAndMonthsDuration => s_months,
        _ => throw new System.Diagnostics.UnreachableException(kind.ToString()),
    };
}
