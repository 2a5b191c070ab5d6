using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Numbers;

/// <summary>e to the power of a number.</summary>
internal static class Exp
{
    public static Builtin Definition { get; } = Builtin.Of("exp", "e to the power of a number.", "number: number -> number", static (run, a) =>
    {
        run.Steps(Answer.SeriesSteps);
        return Answer.Of(run, FeelNumber.Exponential(a[0]));
    });
}
