using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Numbers;

/// <summary>The natural logarithm.</summary>
internal static class Log
{
    public static Builtin Definition { get; } = Builtin.Of("log", "The natural logarithm.", "number: number -> number", static (run, a) =>
    {
        run.Steps(Answer.SeriesSteps);
        return Answer.Of(run, FeelNumber.Logarithm(a[0]));
    });
}
