namespace Ninben.Feel.Builtins.Strings;

/// <summary>Whether a text holds another.</summary>
internal static class Contains
{
    public static Builtin Definition { get; } = Builtin.Of("contains", "Whether a text holds another.", "string: string, match: string -> boolean",
        static (_, a) => FeelValue.From(a[0].AsString().Contains(a[1].AsString(), StringComparison.Ordinal)));
}
