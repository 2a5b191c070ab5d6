using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Numbers;

/// <summary>The number rounded to a scale, towards zero.</summary>
internal static class RoundDown
{
    public static Builtin Definition { get; } = Builtin.Of("round down", "The number rounded to a scale, towards zero.", "n: number, scale: number -> number",
        static (run, a) => Answer.Of(run, FeelNumber.Round(a[0], a[1], Rounding.Down)));
}
