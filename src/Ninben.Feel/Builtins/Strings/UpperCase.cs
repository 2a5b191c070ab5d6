namespace Ninben.Feel.Builtins.Strings;

/// <summary>The text in capital letters.</summary>
internal static class UpperCase
{
    public static Builtin Definition { get; } = Builtin.Of("upper case", "The text in capital letters.", "string: string -> string", static (_, a) =>
        FeelValue.From(a[0].AsString().ToUpperInvariant()));
}
