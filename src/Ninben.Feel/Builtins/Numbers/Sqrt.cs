using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Numbers;

/// <summary>The square root.</summary>
internal static class Sqrt
{
    public static Builtin Definition { get; } = Builtin.Of("sqrt", "The square root.", "number: number -> number", static (run, a) =>
        Answer.Of(run, FeelNumber.SquareRoot(a[0])));
}
