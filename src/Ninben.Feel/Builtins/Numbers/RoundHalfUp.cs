using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Numbers;

/// <summary>The number rounded to a scale, halves away from zero.</summary>
internal static class RoundHalfUp
{
    public static Builtin Definition { get; } = Builtin.Of("round half up", "The number rounded to a scale, halves away from zero.",
        "n: number, scale: number -> number", static (run, a) => Answer.Of(run, FeelNumber.Round(a[0], a[1], Rounding.HalfUp)));
}
