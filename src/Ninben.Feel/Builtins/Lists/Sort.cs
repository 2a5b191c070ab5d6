namespace Ninben.Feel.Builtins.Lists;

/// <summary>The list in order, or in the order of a function that says whether its first argument comes before its second.</summary>
internal static class Sort
{
    public static Builtin Definition { get; } = Builtin.Of("sort",
        "The list in order, or in the order of a function that says whether its first argument comes before its second.", "list: list, precedes?: function",
        static (run, a) => ListWork.Sort(run, a[0].List, a[1]));
}
