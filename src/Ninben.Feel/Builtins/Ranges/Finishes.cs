namespace Ninben.Feel.Builtins.Ranges;

/// <summary>Whether a point or range is at the end of a range.</summary>
internal static class Finishes
{
    public static Builtin Definition { get; } = Builtin.Of("finishes", "Whether a point or range is at the end of a range.", "point, range: range -> boolean",
        static (run, a) => Intervals.Compare(run, a[0], a[1], static (x, y) => Intervals.CompareEnds(x, y) == 0 && Intervals.CompareStarts(x, y) >= 0));
}
