using Ninben.Feel.Evaluation;
using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Lists;

/// <summary>The standard deviation of the sample.</summary>
internal static class StandardDeviation
{
    public static Builtin Definition { get; } = Builtin.Of("stddev", "The standard deviation of the sample.", "list: list", static (run, a) =>
        Of(run, a[0].List))
        .Or("...", static (run, a) => Of(run, a[0].List));

    private static FeelValue Of(Run run, FeelList list)
    {
        if (ListWork.Numbers(run, list) is not decimal[] { Length: > 1 } numbers) return run.Fail("feel-arguments", "A deviation needs at least two numbers.");
        decimal? sum = 0;
        foreach (decimal number in numbers) sum = sum is decimal before ? FeelNumber.Add(before, number) : null;
        if (sum is not decimal total) return default;
        decimal mean = total / numbers.Length;
        decimal? squares = 0;
        foreach (decimal number in numbers)
        {
            squares = squares is decimal before && FeelNumber.Multiply(number - mean, number - mean) is decimal square ? FeelNumber.Add(before, square) : null;
        }

        return squares is decimal spread && FeelNumber.SquareRoot(spread / (numbers.Length - 1)) is decimal root ? FeelValue.From(root) : default;
    }
}
