using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Numbers;

/// <summary>The least number of a scale that is not below.</summary>
internal static class Ceiling
{
    public static Builtin Definition { get; } = Builtin.Of("ceiling", "The least number of a scale that is not below.", "n: number", static (run, a) =>
        Rounding.Answer(run, FeelNumber.Round(a[0].AsNumber(), 0, MidpointRounding.ToPositiveInfinity)))
        .Or("n: number, scale: number", static (run, a) =>
            Rounding.Answer(run, FeelNumber.Round(a[0].AsNumber(), a[1].AsNumber(), MidpointRounding.ToPositiveInfinity)));
}
