namespace Ninben.Feel.Builtins.Temporal;

/// <summary>The date at which the evaluation takes place.</summary>
internal static class Today
{
    public static Builtin Definition { get; } = Builtin.Of("today", "The date at which the evaluation takes place.", "-> date", static (run, _) =>
        run.Budget.Now is DateTimeOffset now ? FeelValue.FromDays(FeelValue.FromInstant(now).Days) : run.Fail("no-clock", "The evaluation was given no time."));
}
