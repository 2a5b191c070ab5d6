namespace Ninben.Runtime.Execution;

/// <summary>Limits of the runtime. The defaults suit one machine of two cores.</summary>
public sealed record RuntimeOptions
{
    /// <summary>Case states kept in memory at most.</summary>
    public int CachedCases { get; init; } = 10_000;

    /// <summary>Bytes of facts whose folded states are kept in memory at most; a state takes about three times its facts.</summary>
    public long CachedBytes { get; init; } = 16L * 1024 * 1024;

    /// <summary>A snapshot is stored when this many facts came since the last one; shorter streams are replayed faster than a snapshot is read.</summary>
    public int SnapshotEvery { get; init; } = 64;

    /// <summary>Jobs that run at the same time: half of them from the queue, half that start as soon as they are asked for.</summary>
    public int ParallelJobs { get; init; } = 32;

    /// <summary>Actions that are sent at the same time: half of them from the queue, half that start as soon as they are asked for.</summary>
    public int ParallelActions { get; init; } = 128;

    /// <summary>Messages, and signals, that are delivered at the same time.</summary>
    public int ParallelMessages { get; init; } = 16;

    /// <summary>Called cases that are opened or looked at, at the same time.</summary>
    public int ParallelCalls { get; init; } = 16;

    /// <summary>Timers fired in one turn.</summary>
    public int TimersPerTurn { get; init; } = 200;

    /// <summary>Added to a job's or action's own time limit before somebody else may claim it.</summary>
    public TimeSpan LeaseMargin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest time a worker sleeps without looking, in case a wake-up was lost.</summary>
    public TimeSpan PollEvery { get; init; } = TimeSpan.FromSeconds(10);
}
