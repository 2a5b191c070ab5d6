namespace Ninben.Feel.Builtins.Strings;

/// <summary>Whether a regular expression finds something in a text.</summary>
internal static class Matches
{
    public static Builtin Definition { get; } = Builtin.Of("matches", "Whether a regular expression finds something in a text.",
        "input: string, pattern: string, flags?: string -> boolean",
        static (run, a) => Patterns.Matches(run, a[0].AsString(), a[1].AsString(), a[2]));
}
