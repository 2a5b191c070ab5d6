namespace Ninben.Feel.Builtins.Ranges;

/// <summary>Whether two points or two ranges are the same.</summary>
internal static class Coincides
{
    public static Builtin Definition { get; } = Builtin.Of("coincides", "Whether two points or two ranges are the same.", "point1, point2 -> boolean",
        static (run, a) => Intervals.Compare(run, a[0], a[1], static (x, y) => Intervals.CompareStarts(x, y) == 0 && Intervals.CompareEnds(x, y) == 0));
}
