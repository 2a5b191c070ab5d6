using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Streams;

namespace Ninben.Runtime.Jobs;

/// <summary>
/// What all workers do: claim as much due work as there are free places, run it side by side, sleep until more is due. A wake-up from the
/// store ends the sleep; the poll interval is only for the case that one was lost. Work that is due when it is asked for may skip the
/// claim (<see cref="TryTakePlace"/>); half of the places are kept for what waits in the store, so that new work never starves older.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle nobody asks for holds nothing that must be given back.")]
internal sealed partial class WorkLoop(IWorkQueue queue, WorkLoopSettings settings, Func<WorkItem, CancellationToken, Task> perform, TimeProvider time,
    ILogger logger)
{
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim places = new(settings.QueuePlaces);
    private readonly SemaphoreSlim immediatePlaces = new(settings.ImmediatePlaces);
    private CancellationToken stopping;
    private volatile bool isRunning;

    /// <summary>Runs until cancelled, then waits for what still runs.</summary>
    public async Task Run(CancellationToken cancellationToken)
    {
        stopping = cancellationToken;
        isRunning = true;
        try
        {
            while (!cancellationToken.IsCancellationRequested) await Turn(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogStopping(logger, settings.Kind, settings.QueuePlaces - places.CurrentCount + settings.ImmediatePlaces - immediatePlaces.CurrentCount);
        }

        isRunning = false;
        // Whoever still runs holds a place.
        for (var i = 0; i < settings.QueuePlaces; i++) await places.WaitAsync(CancellationToken.None);
        for (var i = 0; i < settings.ImmediatePlaces; i++) await immediatePlaces.WaitAsync(CancellationToken.None);
    }

    /// <summary>Takes a place for work that is about to be asked for; it must be used by <see cref="Start(WorkItem)"/> or given back.</summary>
    public bool TryTakePlace() => isRunning && immediatePlaces.Wait(0, CancellationToken.None);

    /// <summary>Gives back a place that was not used.</summary>
    public void LeavePlace() => immediatePlaces.Release();

    /// <summary>How long the lease of work lasts that starts at an instant.</summary>
    public DateTimeOffset LeasedUntil(DateTimeOffset from, int timeoutSeconds) => from.AddSeconds(timeoutSeconds) + settings.Margin;

    /// <summary>Performs leased work beside everything else, at the place that was taken for it.</summary>
    public void Start(WorkItem item) => Start(item, immediatePlaces);

    private void Start(WorkItem item, SemaphoreSlim place) => _ = Task.Run(() => Occupy(item, place), CancellationToken.None);

    private async Task Occupy(WorkItem item, SemaphoreSlim place)
    {
        try
        {
            await Perform(item, stopping);
        }
        finally
        {
            place.Release();
        }
    }

    private async Task Turn(CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        var free = 1;
        while (places.Wait(0, CancellationToken.None)) free++;

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
        foreach (var item in items) Start(item, places);
        if (items.Count < free) await Sleep(cancellationToken);
    }

    private async Task Sleep(CancellationToken cancellationToken)
    {
        var wait = settings.PollEvery;
        if (await queue.NextDue(settings.Kind, cancellationToken) is { } due && due - time.GetUtcNow() < wait) wait = due - time.GetUtcNow();
        await queue.Wait(settings.Kind, wait, cancellationToken);
    }

    private async Task Perform(WorkItem item, CancellationToken cancellationToken)
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
