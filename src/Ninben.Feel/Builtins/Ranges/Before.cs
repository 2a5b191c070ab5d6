namespace Ninben.Feel.Builtins.Ranges;

/// <summary>Whether the first point or range ends before the second begins.</summary>
internal static class Before
{
    public static Builtin Definition { get; } = Builtin.Of("before", "Whether the first point or range ends before the second begins.",
        "point1, point2 -> boolean", static (run, a) => Intervals.Compare(run, a[0], a[1], static (x, y) => Intervals.EndsBefore(x, y)));
}
