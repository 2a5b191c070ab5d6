namespace Ninben.Feel.Builtins.Ranges;

/// <summary>Whether the first range begins where the second ends.</summary>
internal static class MetBy
{
    public static Builtin Definition { get; } = Builtin.Of("met by", "Whether the first range begins where the second ends.",
        "range1: range, range2: range -> boolean", static (run, a) =>
        Intervals.Compare(run, a[0], a[1], static (x, y) => y.EndIncluded && x.StartIncluded && Intervals.Order(y.End, x.Start) == 0));
}
