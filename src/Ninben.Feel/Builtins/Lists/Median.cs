using Ninben.Feel.Evaluation;
using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Lists;

/// <summary>The middle number, or the mean of the two in the middle.</summary>
internal static class Median
{
    public static Builtin Definition { get; } = Builtin.Of("median", "The middle number, or the mean of the two in the middle.", "list: list -> number",
        static (run, a) => Of(run, a[0].List))
        .Or("... -> number", static (run, a) => Of(run, a[0].List));

    private static FeelValue Of(Run run, FeelList list)
    {
        if (ListWork.Numbers(run, list) is not FeelValue[] { Length: > 0 } numbers) return default;
        Array.Sort(numbers, FeelNumber.Compare);
        int middle = numbers.Length / 2;
        return numbers.Length % 2 == 1 ? numbers[middle]
            : FeelNumber.Divide(FeelNumber.Add(numbers[middle - 1], numbers[middle]), FeelValue.FromCount(2));
    }
}
