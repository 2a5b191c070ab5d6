namespace Ninben.Feel.Builtins.Ranges;

/// <summary>Whether two ranges have a point in common.</summary>
internal static class Overlaps
{
    public static Builtin Definition { get; } = Builtin.Of("overlaps", "Whether two ranges have a point in common.", "range1: range, range2: range -> boolean",
        static (run, a) => Intervals.Compare(run, a[0], a[1], static (x, y) => !Intervals.EndsBefore(x, y) && !Intervals.EndsBefore(y, x)));
}
