namespace Ninben.Feel.Builtins.Lists;

/// <summary>The greatest element.</summary>
internal static class Max
{
    public static Builtin Definition { get; } = Builtin.Of("max", "The greatest element.", "list: list", static (run, a) => ListWork.Extreme(run, a[0].List, 1))
        .Or("...", static (run, a) => ListWork.Extreme(run, a[0].List, 1));
}
