namespace Ninben.Feel.Builtins.Lists;

/// <summary>Whether some element is true, in three-valued logic.</summary>
internal static class Any
{
    public static Builtin Definition { get; } = Builtin.Of("any", "Whether some element is true, in three-valued logic.", "list: list -> boolean",
        static (run, a) => ListWork.Logic(run, a[0].List, FeelValue.True))
        .Or("... -> boolean", static (run, a) => ListWork.Logic(run, a[0].List, FeelValue.True));
}
