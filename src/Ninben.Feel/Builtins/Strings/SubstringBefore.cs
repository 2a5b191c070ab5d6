namespace Ninben.Feel.Builtins.Strings;

/// <summary>The text before the first occurrence of another.</summary>
internal static class SubstringBefore
{
    public static Builtin Definition { get; } = Builtin.Of("substring before", "The text before the first occurrence of another.",
        "string: string, match: string -> string",
        static (_, a) => a[0].AsString().IndexOf(a[1].AsString(), StringComparison.Ordinal) is >= 0 and int at ? FeelValue.From(a[0].AsString()[..at])
            : FeelValue.From(""));
}
