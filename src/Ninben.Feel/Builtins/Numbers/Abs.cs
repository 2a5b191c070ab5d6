using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Numbers;

/// <summary>The absolute value of a number or a duration.</summary>
internal static class Abs
{
    public static Builtin Definition { get; } = Builtin.Of("abs", "The absolute value of a number or a duration.", "n: number -> number", static (_, a) =>
        FeelNumber.Absolute(a[0]))
        .Or("n: days and time duration -> days and time duration", static (_, a) => FeelValue.FromNanoseconds(Int128.Abs(a[0].Nanoseconds)))
        .Or("n: years and months duration -> years and months duration", static (_, a) => FeelValue.FromMonths(Math.Abs(a[0].Months)));
}
