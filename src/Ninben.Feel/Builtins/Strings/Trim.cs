namespace Ninben.Feel.Builtins.Strings;

/// <summary>The text without blanks at both ends.</summary>
internal static class Trim
{
    public static Builtin Definition { get; } = Builtin.Of("trim", "The text without blanks at both ends.", "string: string -> string", static (_, a) =>
        FeelValue.From(a[0].AsString().Trim()));
}
