namespace Ninben.Feel.Builtins.Ranges;

/// <summary>Whether a point or range lies within a range.</summary>
internal static class During
{
    public static Builtin Definition { get; } = Builtin.Of("during", "Whether a point or range lies within a range.", "point, range: range -> boolean",
        static (run, a) => Intervals.Compare(run, a[0], a[1], static (x, y) => Intervals.CompareStarts(y, x) <= 0 && Intervals.CompareEnds(x, y) <= 0));
}
