namespace Ninben.Feel.Builtins.Numbers;

/// <summary>Whether a number is whole and odd.</summary>
internal static class Odd
{
    public static Builtin Definition { get; } = Builtin.Of("odd", "Whether a number is whole and odd.", "number: number", static (_, a) =>
        FeelValue.From(Math.Abs(a[0].AsNumber() % 2) == 1));
}
