namespace Ninben.Feel.Builtins.Lists;

/// <summary>Whether a list holds an element.</summary>
internal static class ListContains
{
    public static Builtin Definition { get; } = Builtin.Of("list contains", "Whether a list holds an element.", "list: list, element -> boolean",
        static (run, a) => FeelValue.From(ListWork.IndexOf(run, a[0].List, a[1], 0) >= 0));
}
