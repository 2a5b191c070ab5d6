using Ninben.Feel.Evaluation;
using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Lists;

/// <summary>The list with the element at a position, or every element that matches, replaced.</summary>
internal static class ListReplace
{
    public static Builtin Definition { get; } =
        Builtin.Of("list replace", "The list with the element at a position, or every element that matches, replaced.", "list: list, position: number, newItem",
        static (run, a) =>
        {
            FeelList list = a[0].List;
            if (!ListWork.TryPosition(list, a[1].AsNumber(), out int at)) return run.Fail("feel-index", "The position is outside of the list.");
            run.Steps(list.Count);
            FeelValue[] items = list.Span.ToArray();
            items[at] = a[2];
            return FeelValue.FromList(new FeelList(items));
        })
        .Or("list: list, match: function, newItem", static (run, a) => Matching(run, a[0].List, a[1].Function, a[2]));

    private static FeelValue Matching(Run run, FeelList list, FeelFunction match, FeelValue replacement)
    {
        if (match.Parameters.Count != 2) return run.Fail("feel-arguments", "The function takes the element and the new item.");
        FeelValue[] items = list.Span.ToArray();
        for (int i = 0; i < items.Length; i++)
        {
            FeelValue answer = Compiler.Invoke(run, match, [items[i], replacement], [], run.Site);
            if (answer.Kind != FeelKind.Boolean) return run.Fail("feel-arguments", "The function answers true or false.");
            if (answer.IsTrue) items[i] = replacement;
        }

        return FeelValue.FromList(new FeelList(items));
    }
}
