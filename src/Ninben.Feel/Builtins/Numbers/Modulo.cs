using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Numbers;

/// <summary>The remainder of a division, with the sign of the divisor.</summary>
internal static class Modulo
{
    public static Builtin Definition { get; } = Builtin.Of("modulo", "The remainder of a division, with the sign of the divisor.",
        "dividend: number, divisor: number -> number", static (run, a) => Answer.Of(run, FeelNumber.Modulo(a[0], a[1])));
}
