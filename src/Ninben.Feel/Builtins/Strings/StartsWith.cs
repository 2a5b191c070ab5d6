namespace Ninben.Feel.Builtins.Strings;

/// <summary>Whether a text begins with another.</summary>
internal static class StartsWith
{
    public static Builtin Definition { get; } = Builtin.Of("starts with", "Whether a text begins with another.", "string: string, match: string -> boolean",
        static (_, a) => FeelValue.From(a[0].AsString().StartsWith(a[1].AsString(), StringComparison.Ordinal)));
}
