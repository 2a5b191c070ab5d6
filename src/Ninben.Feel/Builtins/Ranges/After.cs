namespace Ninben.Feel.Builtins.Ranges;

/// <summary>Whether the first point or range begins after the second ends.</summary>
internal static class After
{
    public static Builtin Definition { get; } = Builtin.Of("after", "Whether the first point or range begins after the second ends.",
        "point1, point2 -> boolean",
        static (run, a) => Intervals.Compare(run, a[0], a[1], static (x, y) => Intervals.EndsBefore(y, x)));
}
