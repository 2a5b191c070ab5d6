namespace Ninben.Feel.Builtins.Lists;

/// <summary>The least element.</summary>
internal static class Min
{
    public static Builtin Definition { get; } = Builtin.Of("min", "The least element.", "list: list", static (run, a) => ListWork.Extreme(run, a[0].List, -1))
        .Or("...", static (run, a) => ListWork.Extreme(run, a[0].List, -1));
}
