using Ninben.Feel.Evaluation;
using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Lists;

/// <summary>The standard deviation of the sample.</summary>
internal static class StandardDeviation
{
    public static Builtin Definition { get; } = Builtin.Of("stddev", "The standard deviation of the sample.", "list: list -> number", static (run, a) =>
        Of(run, a[0].List))
        .Or("... -> number", static (run, a) => Of(run, a[0].List));

    private static FeelValue Of(Run run, FeelList list)
    {
        if (ListWork.Numbers(run, list) is not FeelValue[] { Length: > 1 } numbers)
        {
            return run.Fail("feel-arguments", "A deviation needs at least two numbers.");
        }

        FeelValue mean = FeelNumber.Divide(ListWork.Fold(run, list, FeelNumber.Add), FeelValue.From(numbers.Length));
        if (mean.IsNull) return default;
        FeelValue squares = FeelValue.FromCount(0);
        foreach (FeelValue number in numbers)
        {
            FeelValue distance = FeelNumber.Subtract(number, mean);
            FeelValue square = distance.IsNull ? distance : FeelNumber.Multiply(distance, distance);
            if (square.IsNull || FeelNumber.Add(squares, square) is not { IsNumber: true } sum) return run.Fail("feel-number", "The answer is out of range.");
            squares = sum;
        }

        return FeelNumber.SquareRoot(FeelNumber.Divide(squares, FeelValue.From(numbers.Length - 1)));
    }
}
