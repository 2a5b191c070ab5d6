using Ninben.Feel.Evaluation;
using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Lists;

/// <summary>The arithmetic mean of the numbers.</summary>
internal static class Mean
{
    public static Builtin Definition { get; } = Builtin.Of("mean", "The arithmetic mean of the numbers.",
        "list: list -> number", static (run, a) => Of(run, a[0].List))
        .Or("... -> number", static (run, a) => Of(run, a[0].List));

    private static FeelValue Of(Run run, FeelList list)
    {
        FeelValue sum = ListWork.Fold(run, list, FeelNumber.Add);
        return sum.IsNull ? sum : FeelNumber.Divide(sum, FeelValue.From(list.Count));
    }
}
