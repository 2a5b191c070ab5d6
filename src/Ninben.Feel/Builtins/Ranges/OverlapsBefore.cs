namespace Ninben.Feel.Builtins.Ranges;

/// <summary>Whether the first range begins before the second and ends within it.</summary>
internal static class OverlapsBefore
{
    public static Builtin Definition { get; } = Builtin.Of("overlaps before", "Whether the first range begins before the second and ends within it.",
        "range1: range, range2: range -> boolean", static (run, a) => Intervals.Compare(run, a[0], a[1], static (x, y) =>
            Intervals.CompareStarts(x, y) < 0 && Intervals.CompareEnds(x, y) <= 0 && !Intervals.EndsBefore(x, y)));
}
