using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Numbers;

/// <summary>The greatest number of a scale that is not above.</summary>
internal static class Floor
{
    public static Builtin Definition { get; } = Builtin.Of("floor", "The greatest number of a scale that is not above.", "n: number, scale?: number", static (run, a) => Rounding.Answer(run, FeelNumber.Round(a[0].AsNumber(), Rounding.Scale(a[1]), MidpointRounding.ToNegativeInfinity)));
}
