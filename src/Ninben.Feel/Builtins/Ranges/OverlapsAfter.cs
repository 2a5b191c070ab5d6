namespace Ninben.Feel.Builtins.Ranges;

/// <summary>Whether the first range begins within the second and ends after it.</summary>
internal static class OverlapsAfter
{
    public static Builtin Definition { get; } = Builtin.Of("overlaps after", "Whether the first range begins within the second and ends after it.",
        "range1: range, range2: range -> boolean", static (run, a) => Intervals.Compare(run, a[0], a[1], static (x, y) =>
            Intervals.CompareStarts(y, x) < 0 && Intervals.CompareEnds(y, x) <= 0 && !Intervals.EndsBefore(y, x)));
}
