namespace Ninben.Feel.Builtins.Numbers;

/// <summary>Whether a number is whole and even.</summary>
internal static class Even
{
    public static Builtin Definition { get; } = Builtin.Of("even", "Whether a number is whole and even.", "number: number", static (_, a) =>
        FeelValue.From(a[0].AsNumber() % 2 == 0));
}
