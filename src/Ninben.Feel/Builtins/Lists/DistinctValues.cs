namespace Ninben.Feel.Builtins.Lists;

/// <summary>The list without repetitions.</summary>
internal static class DistinctValues
{
    public static Builtin Definition { get; } = Builtin.Of("distinct values", "The list without repetitions.", "list: list", static (run, a) =>
        ListWork.Distinct(run, a[0].List));
}
