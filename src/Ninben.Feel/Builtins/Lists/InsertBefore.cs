using Ninben.Feel.Evaluation;
using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Lists;

/// <summary>The list with an element inserted before a position.</summary>
internal static class InsertBefore
{
    public static Builtin Definition { get; } = Builtin.Of("insert before", "The list with an element inserted before a position.",
        "list: list, position: number, newItem",
        static (run, a) => Of(run, a[0].List, a[1].AsNumber(), a[2]));

    private static FeelValue Of(Run run, FeelList list, decimal position, FeelValue item)
    {
        if (!ListWork.TryPosition(list, position, out int at)) return run.Fail("feel-index", "The position is outside of the list.");
        run.ChargeList(list.Count + 1L);
        return FeelValue.FromList(new FeelList([.. list.Span[..at], item, .. list.Span[at..]]));
    }
}
