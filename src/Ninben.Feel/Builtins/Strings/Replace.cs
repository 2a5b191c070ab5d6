namespace Ninben.Feel.Builtins.Strings;

/// <summary>The text with every match of a regular expression replaced.</summary>
internal static class Replace
{
    public static Builtin Definition { get; } = Builtin.Of("replace", "The text with every match of a regular expression replaced.",
        "input: string, pattern: string, replacement: string, flags?: string -> string",
        static (run, a) => Patterns.Replace(run, a[0].AsString(), a[1].AsString(), a[2].AsString(), a[3]));
}
