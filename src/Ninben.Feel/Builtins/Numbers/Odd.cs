using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Numbers;

/// <summary>Whether a number is whole and odd.</summary>
internal static class Odd
{
    public static Builtin Definition { get; } = Builtin.Of("odd", "Whether a number is whole and odd.", "number: number -> boolean", static (_, a) =>
        FeelValue.From(FeelNumber.IsEven(a[0]) is false));
}
