using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Lists;

/// <summary>The product of the numbers; null for an empty list.</summary>
internal static class Product
{
    public static Builtin Definition { get; } = Builtin.Of("product", "The product of the numbers; null for an empty list.", "list: list -> number",
        static (run, a) => ListWork.Fold(run, a[0].List, FeelNumber.Multiply))
        .Or("... -> number", static (run, a) => ListWork.Fold(run, a[0].List, FeelNumber.Multiply));
}
