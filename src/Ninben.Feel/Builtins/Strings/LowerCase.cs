namespace Ninben.Feel.Builtins.Strings;

/// <summary>The text in small letters.</summary>
internal static class LowerCase
{
    public static Builtin Definition { get; } = Builtin.Of("lower case", "The text in small letters.", "string: string -> string", static (_, a) =>
        FeelValue.From(a[0].AsString().ToLowerInvariant()));
}
