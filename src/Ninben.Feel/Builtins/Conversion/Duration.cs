using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Conversion;

/// <summary>A duration from text such as P1DT2H or P1Y6M.</summary>
internal static class Duration
{
    public static Builtin Definition { get; } = Builtin.Of("duration", "A duration from text such as P1DT2H or P1Y6M.",
        "from: string",
        static (run, a) => TemporalText.ParseDuration(a[0].AsString()) is { IsNull: false } duration ? duration
            : run.Fail("feel-duration", "The text is not a duration."))
        .Or("from: days and time duration -> days and time duration", static (_, a) => a[0])
        .Or("from: years and months duration -> years and months duration", static (_, a) => a[0]);
}
