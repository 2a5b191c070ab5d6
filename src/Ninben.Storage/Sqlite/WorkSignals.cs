using Ninben.Runtime.Jobs;

namespace Ninben.Storage.Sqlite;

/// <summary>Wakes the worker of a kind when work may be due earlier than it knows. One waiter per kind.</summary>
internal sealed class WorkSignals(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly long[] wakeAt = new long[Enum.GetValues<WorkKind>().Length];
    private readonly TaskCompletionSource[] waiting = [.. Enum.GetValues<WorkKind>().Select(_ => New())];

    /// <summary>Work appeared that is due at a time.</summary>
    public void Notify(WorkKind kind, long due)
    {
        lock (gate)
        {
            if (due >= wakeAt[(int)kind]) return;
            wakeAt[(int)kind] = due;
            waiting[(int)kind].TrySetResult();
        }
    }

    /// <summary>The waiter begins to look: whatever appears from here on wakes it.</summary>
    public void BeginLook(WorkKind kind)
    {
        lock (gate)
        {
            wakeAt[(int)kind] = long.MaxValue;
            if (waiting[(int)kind].Task.IsCompleted) waiting[(int)kind] = New();
        }
    }

    /// <summary>Waits for a signal since <see cref="BeginLook"/>, or for the time to pass.</summary>
    public async Task Wait(WorkKind kind, TimeSpan atMost, CancellationToken cancellationToken)
    {
        Task signal;
        lock (gate) signal = waiting[(int)kind].Task;
        if (atMost <= TimeSpan.Zero) return;
        try
        {
            await signal.WaitAsync(atMost, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Time to look by itself.
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
