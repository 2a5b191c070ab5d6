using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Numbers;

/// <summary>The number rounded to a scale, halves away from zero.</summary>
internal static class RoundHalfUp
{
    public static Builtin Definition { get; } = Builtin.Of("round half up", "The number rounded to a scale, halves away from zero.",
        "n: number, scale: number", static (run, a) => Rounding.Answer(run, FeelNumber.Round(a[0].AsNumber(), a[1].AsNumber(), MidpointRounding.AwayFromZero)));
}
