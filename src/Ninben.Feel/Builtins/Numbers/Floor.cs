using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Numbers;

/// <summary>The greatest number of a scale that is not above.</summary>
internal static class Floor
{
    public static Builtin Definition { get; } = Builtin.Of("floor", "The greatest number of a scale that is not above.", "n: number -> number",
        static (run, a) => Answer.Of(run, FeelNumber.Round(a[0], FeelValue.FromCount(0), Rounding.Floor)))
        .Or("n: number, scale: number -> number", static (run, a) =>
            Answer.Of(run, FeelNumber.Round(a[0], a[1], Rounding.Floor)));
}
