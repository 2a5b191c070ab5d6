using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Numbers;

/// <summary>Whether a number is whole and even.</summary>
internal static class Even
{
    public static Builtin Definition { get; } = Builtin.Of("even", "Whether a number is whole and even.", "number: number -> boolean", static (_, a) =>
        FeelValue.From(FeelNumber.IsEven(a[0]) is true));
}
