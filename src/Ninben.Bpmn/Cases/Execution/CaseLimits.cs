namespace Ninben.Bpmn.Cases.Execution;

/// <summary>Named limits of one case.</summary>
internal static class CaseLimits
{
    /// <summary>Element steps that one command may cause; an endless loop without a wait ends here.</summary>
    public const int StepsPerCommand = 10_000;

    /// <summary>Facts of one case; beyond, no further element starts.</summary>
    public const int Facts = 20_000;

    /// <summary>Facts after which call activities open cases of their own, unless they say otherwise: far enough from the limit to come to an end.</summary>
    public const int LargeCase = Facts / 2;

    /// <summary>Instances of one multi-instance activity.</summary>
    public const int LoopInstances = 2_000;

    /// <summary>Call activities nested in each other.</summary>
    public const int CallDepth = 20;

    /// <summary>Longest pause between attempts, in seconds.</summary>
    public const int LongestBackoffSeconds = 300;

    /// <summary>Pause after the failed attempt of that number (1-based): 1 s, 2 s, 4 s ... No jitter in the core.</summary>
    public static TimeSpan Backoff(int attempt) =>
        TimeSpan.FromSeconds(attempt > 9 ? LongestBackoffSeconds : Math.Min(LongestBackoffSeconds, 1 << Math.Max(0, attempt - 1)));
}
