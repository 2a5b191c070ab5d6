namespace Ninben.Feel.Builtins.Lists;

/// <summary>Whether every element is true, in three-valued logic.</summary>
internal static class All
{
    public static Builtin Definition { get; } = Builtin.Of("all", "Whether every element is true, in three-valued logic.", "list: list -> boolean",
        static (run, a) => ListWork.Logic(run, a[0].List, FeelValue.False))
        .Or("... -> boolean", static (run, a) => ListWork.Logic(run, a[0].List, FeelValue.False));
}
