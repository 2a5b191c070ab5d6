namespace Ninben.Feel.Builtins.Strings;

/// <summary>The parts of a text between the matches of a regular expression.</summary>
internal static class Split
{
    public static Builtin Definition { get; } = Builtin.Of("split", "The parts of a text between the matches of a regular expression.",
        "string: string, delimiter: string",
        static (run, a) => Patterns.Split(run, a[0].AsString(), a[1].AsString()));
}
