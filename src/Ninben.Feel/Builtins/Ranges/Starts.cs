namespace Ninben.Feel.Builtins.Ranges;

/// <summary>Whether a point or range is at the start of a range.</summary>
internal static class Starts
{
    public static Builtin Definition { get; } = Builtin.Of("starts", "Whether a point or range is at the start of a range.", "point, range: range -> boolean",
        static (run, a) => Intervals.Compare(run, a[0], a[1], static (x, y) => Intervals.CompareStarts(x, y) == 0 && Intervals.CompareEnds(x, y) <= 0));
}
