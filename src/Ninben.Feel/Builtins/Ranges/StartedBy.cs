namespace Ninben.Feel.Builtins.Ranges;

/// <summary>Whether a range starts with a point or range.</summary>
internal static class StartedBy
{
    public static Builtin Definition { get; } = Builtin.Of("started by", "Whether a range starts with a point or range.", "range: range, point -> boolean",
        static (run, a) => Intervals.Compare(run, a[0], a[1], static (x, y) => Intervals.CompareStarts(x, y) == 0 && Intervals.CompareEnds(y, x) <= 0));
}
