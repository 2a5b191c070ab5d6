using Ninben.Feel.Evaluation;
using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Lists;

/// <summary>The part of a list from a position (-1 is the last) and of a length.</summary>
internal static class Sublist
{
    public static Builtin Definition { get; } = Builtin.Of("sublist", "The part of a list from a position (-1 is the last) and of a length.",
        "list: list, start position: number, length?: number",
        static (run, a) => Of(run, a[0].List, a[1].AsNumber(), a[2]));

    private static FeelValue Of(Run run, FeelList list, decimal start, FeelValue length)
    {
        if (start == 0 || start != decimal.Truncate(start) || Math.Abs(start) > list.Count) return run.Fail("feel-index",
            "The start position is outside of the list.");
        int from = start > 0 ? (int)start - 1 : list.Count + (int)start;
        decimal wanted = length.IsNull ? list.Count - from : length.AsNumber();
        if (wanted < 1 || wanted > list.Count - from) return run.Fail("feel-index", "The length reaches outside of the list.");
        run.Steps((int)wanted);
        return FeelValue.FromList(new FeelList(list.Span.Slice(from, (int)wanted).ToArray()));
    }
}
