using Ninben.Feel.Evaluation;

namespace Ninben.Feel.Builtins.Numbers;

/// <summary>What the rounding functions share.</summary>
internal static class Rounding
{
    public static FeelValue Answer(Run run, decimal? number) => number is decimal value ? FeelValue.From(value)
        : run.Fail("feel-number", "The answer is not a number in range.");
}
