using Ninben.Feel.Evaluation;
using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Lists;

/// <summary>The elements of all nested lists in one list.</summary>
internal static class Flatten
{
    public static Builtin Definition { get; } = Builtin.Of("flatten", "The elements of all nested lists in one list.", "list: list",
        static (run, a) =>
        {
            List<FeelValue> flat = [];
            Add(run, a[0].List, flat);
            return FeelValue.FromList(flat);
        });

    private static void Add(Run run, FeelList list, List<FeelValue> flat)
    {
        Run.EnsureStack();
        foreach (FeelValue item in list)
        {
            run.Step();
            if (item.Kind == FeelKind.List)
            {
                Add(run, item.List, flat);
                continue;
            }

            if (flat.Count >= run.Budget.ListLength) run.ChargeList(flat.Count + 1L);
            flat.Add(item);
        }
    }
}
