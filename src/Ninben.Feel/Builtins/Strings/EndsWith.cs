namespace Ninben.Feel.Builtins.Strings;

/// <summary>Whether a text ends with another.</summary>
internal static class EndsWith
{
    public static Builtin Definition { get; } = Builtin.Of("ends with", "Whether a text ends with another.", "string: string, match: string -> boolean",
        static (_, a) => FeelValue.From(a[0].AsString().EndsWith(a[1].AsString(), StringComparison.Ordinal)));
}
