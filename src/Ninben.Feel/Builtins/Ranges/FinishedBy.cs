namespace Ninben.Feel.Builtins.Ranges;

/// <summary>Whether a range ends with a point or range.</summary>
internal static class FinishedBy
{
    public static Builtin Definition { get; } = Builtin.Of("finished by", "Whether a range ends with a point or range.", "range: range, point -> boolean",
        static (run, a) => Intervals.Compare(run, a[0], a[1], static (x, y) => Intervals.CompareEnds(x, y) == 0 && Intervals.CompareStarts(y, x) >= 0));
}
