using Ninben.Feel.Evaluation;

namespace Ninben.Feel.Builtins.Numbers;

/// <summary>A number, or the note why there is none.</summary>
internal static class Answer
{
    public static FeelValue Of(Run run, FeelValue number) => number.IsNull ? run.Fail("feel-number", "The answer is not a number in range.") : number;
}
