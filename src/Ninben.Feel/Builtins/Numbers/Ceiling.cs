using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Numbers;

/// <summary>The least number of a scale that is not below.</summary>
internal static class Ceiling
{
    public static Builtin Definition { get; } = Builtin.Of("ceiling", "The least number of a scale that is not below.", "n: number, scale?: number", static (run, a) => Rounding.Answer(run, FeelNumber.Round(a[0].AsNumber(), Rounding.Scale(a[1]), MidpointRounding.ToPositiveInfinity)));
}
