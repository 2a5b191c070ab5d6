using Ninben.Feel.Evaluation;

namespace Ninben.Feel.Builtins.Numbers;

/// <summary>A number, or the note why there is none.</summary>
internal static class Answer
{
    /// <summary>What a series takes: logarithms, exponentials and powers need some 60 microseconds for their 34 digits.</summary>
    public const int SeriesSteps = 250;

    public static FeelValue Of(Run run, FeelValue number) => number.IsNull ? run.Fail("feel-number", "The answer is not a number in range.") : number;
}
