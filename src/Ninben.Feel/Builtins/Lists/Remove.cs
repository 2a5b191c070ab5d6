using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Lists;

/// <summary>The list without the element at a position.</summary>
internal static class Remove
{
    public static Builtin Definition { get; } = Builtin.Of("remove", "The list without the element at a position.", "list: list, position: number",
        static (run, a) =>
        {
            FeelList list = a[0].List;
            if (!ListWork.TryPosition(list, a[1].AsNumber(), out int at)) return run.Fail("feel-index", "The position is outside of the list.");
            run.Steps(list.Count);
            return FeelValue.FromList(new FeelList([.. list.Span[..at], .. list.Span[(at + 1)..]]));
        });
}
