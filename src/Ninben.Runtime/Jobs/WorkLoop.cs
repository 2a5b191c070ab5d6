using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Streams;

namespace Ninben.Runtime.Jobs;

/// <summary>
/// What all workers do: claim as much due work as there are free places, run it side by side, sleep until more is due. A wake-up from the
/// store ends the sleep; the poll interval is only for the case that one was lost.
/// </summary>
internal sealed partial class WorkLoop(IWorkQueue queue, WorkLoopSettings settings, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<Task, byte> running = new();

    /// <summary>Runs until cancelled, then waits for what still runs.</summary>
    public async Task Run(Func<WorkItem, CancellationToken, Task> perform, CancellationToken cancellationToken)
    {
        using var places = new SemaphoreSlim(settings.Parallel);
        try
        {
            while (!cancellationToken.IsCancellationRequested) await Turn(places, perform, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogStopping(logger, settings.Kind, running.Count);
        }

        await Task.WhenAll(running.Keys);
    }

    private async Task Turn(SemaphoreSlim places, Func<WorkItem, CancellationToken, Task> perform, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        var free = 1;
        while (free < settings.Batch && places.Wait(0, cancellationToken)) free++;

        IReadOnlyList<WorkItem> items = [];
        try
        {
            items = await queue.Claim(new WorkClaim(settings.Kind, time.GetUtcNow(), free, settings.Margin), cancellationToken);
        }
        catch (StorageException fault)
        {
            LogClaimFailed(logger, settings.Kind, fault);
            places.Release(free);
            await Task.Delay(AfterFault, time, cancellationToken);
            return;
        }
        catch
        {
            places.Release(free);
            throw;
        }

        if (free > items.Count) places.Release(free - items.Count);
        foreach (var item in items) Start(item, places, perform, cancellationToken);
        if (items.Count < free) await Sleep(cancellationToken);
    }

    private async Task Sleep(CancellationToken cancellationToken)
    {
        var wait = settings.PollEvery;
        if (await queue.NextDue(settings.Kind, cancellationToken) is { } due && due - time.GetUtcNow() < wait) wait = due - time.GetUtcNow();
        await queue.Wait(settings.Kind, wait, cancellationToken);
    }

    private void Start(WorkItem item, SemaphoreSlim places, Func<WorkItem, CancellationToken, Task> perform, CancellationToken cancellationToken)
    {
        var task = Task.Run(
            async () =>
            {
                try
                {
                    await Perform(item, perform, cancellationToken);
                }
                finally
                {
                    places.Release();
                }
            },
            CancellationToken.None);
        running.TryAdd(task, 0);
        _ = task.ContinueWith(done => running.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    private async Task Perform(WorkItem item, Func<WorkItem, CancellationToken, Task> perform, CancellationToken cancellationToken)
    {
        try
        {
            await perform(item, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await GiveBack(item);
        }
#pragma warning disable CA1031 // One of the places that catch everything: one item's bug or a full disk must not stop the worker. The lease runs out.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogItemFailed(logger, settings.Kind, item.Id, fault);
        }
    }

    private async Task GiveBack(WorkItem item)
    {
        try
        {
            await queue.Release(item, CancellationToken.None);
        }
        catch (StorageException fault)
        {
            LogItemFailed(logger, settings.Kind, item.Id, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The {Kind} worker stops; {Running} still run")]
    private static partial void LogStopping(ILogger logger, WorkKind kind, int running);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Work of kind {Kind} could not be claimed; trying again")]
    private static partial void LogClaimFailed(ILogger logger, WorkKind kind, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Kind} {Item} failed inside Ninben; its lease runs out and it is tried again")]
    private static partial void LogItemFailed(ILogger logger, WorkKind kind, ItemId item, Exception fault);
}
