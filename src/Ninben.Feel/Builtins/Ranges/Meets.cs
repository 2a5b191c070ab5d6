namespace Ninben.Feel.Builtins.Ranges;

/// <summary>Whether the first range ends where the second begins.</summary>
internal static class Meets
{
    public static Builtin Definition { get; } = Builtin.Of("meets", "Whether the first range ends where the second begins.",
        "range1: range, range2: range -> boolean", static (run, a) =>
        Intervals.Compare(run, a[0], a[1], static (x, y) => x.EndIncluded && y.StartIncluded && Intervals.Order(x.End, y.Start) == 0));
}
