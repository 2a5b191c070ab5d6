using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Numbers;

/// <summary>The number rounded to a scale, halves to the even neighbour.</summary>
internal static class Decimal
{
    public static Builtin Definition { get; } = Builtin.Of("decimal", "The number rounded to a scale, halves to the even neighbour.",
        "n: number, scale: number -> number", static (run, a) => Answer.Of(run, FeelNumber.Round(a[0], a[1], Rounding.HalfEven)));
}
