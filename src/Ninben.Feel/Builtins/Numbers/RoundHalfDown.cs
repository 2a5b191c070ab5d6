using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Numbers;

/// <summary>The number rounded to a scale, halves towards zero.</summary>
internal static class RoundHalfDown
{
    public static Builtin Definition { get; } = Builtin.Of("round half down", "The number rounded to a scale, halves towards zero.",
        "n: number, scale: number -> number", static (run, a) => Answer.Of(run, FeelNumber.Round(a[0], a[1], Rounding.HalfDown)));
}
