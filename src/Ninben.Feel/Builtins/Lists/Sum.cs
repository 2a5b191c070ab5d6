using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Lists;

/// <summary>The sum of the numbers; null for an empty list.</summary>
internal static class Sum
{
    public static Builtin Definition { get; } = Builtin.Of("sum", "The sum of the numbers; null for an empty list.", "list: list -> number", static (run, a) =>
        ListWork.Fold(run, a[0].List, FeelNumber.Add))
        .Or("... -> number", static (run, a) => ListWork.Fold(run, a[0].List, FeelNumber.Add));
}
