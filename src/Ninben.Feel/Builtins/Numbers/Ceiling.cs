using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Numbers;

/// <summary>The least number of a scale that is not below.</summary>
internal static class Ceiling
{
    public static Builtin Definition { get; } = Builtin.Of("ceiling", "The least number of a scale that is not below.",
        "n: number -> number", static (run, a) =>
        Answer.Of(run, FeelNumber.Round(a[0], FeelValue.FromCount(0), Rounding.Ceiling)))
        .Or("n: number, scale: number -> number", static (run, a) =>
            Answer.Of(run, FeelNumber.Round(a[0], a[1], Rounding.Ceiling)));
}
