namespace Ninben.Feel.Builtins.Temporal;

/// <summary>The date and time at which the evaluation takes place.</summary>
internal static class Now
{
    public static Builtin Definition { get; } = Builtin.Of("now", "The date and time at which the evaluation takes place.",
        "-> date and time", static (run, _) =>
        run.Budget.Now is DateTimeOffset now ? FeelValue.FromInstant(now) : run.Fail("no-clock", "The evaluation was given no time."));
}
