using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Numbers;

/// <summary>The greatest number of a scale that is not above.</summary>
internal static class Floor
{
    public static Builtin Definition { get; } = Builtin.Of("floor", "The greatest number of a scale that is not above.", "n: number",
        static (run, a) => Rounding.Answer(run, FeelNumber.Round(a[0].AsNumber(), 0, MidpointRounding.ToNegativeInfinity)))
        .Or("n: number, scale: number", static (run, a) =>
            Rounding.Answer(run, FeelNumber.Round(a[0].AsNumber(), a[1].AsNumber(), MidpointRounding.ToNegativeInfinity)));
}
