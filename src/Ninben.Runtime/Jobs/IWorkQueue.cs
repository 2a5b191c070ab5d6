namespace Ninben.Runtime.Jobs;

/// <summary>
/// What waits to be done: jobs, actions, timers. Rows are folded from facts by the append; here they are only claimed and given back.
/// A row exists as long as its work is open. A lease is a time limit with an epoch: who claims later gets a higher one, and an append
/// that names an older one is refused.
/// </summary>
public interface IWorkQueue
{
    /// <summary>
    /// Claims due work of one kind, oldest first, including work whose lease ran out. The lease lasts the work's own time limit plus
    /// <see cref="WorkClaim.Margin"/>.
    /// </summary>
    Task<IReadOnlyList<WorkItem>> Claim(WorkClaim claim, CancellationToken cancellationToken);

    /// <summary>Gives a claim back unused (shutdown), if it is still held.</summary>
    Task Release(WorkItem item, CancellationToken cancellationToken);

    /// <summary>Gives a claim back until a later instant, if it is still held: the work goes on elsewhere.</summary>
    Task Postpone(WorkItem item, DateTimeOffset due, CancellationToken cancellationToken);

    /// <summary>When the next row of a kind becomes due or loses its lease; null when there is none.</summary>
    Task<DateTimeOffset?> NextDue(WorkKind kind, CancellationToken cancellationToken);

    /// <summary>
    /// The caller begins to look for work of the kind: whatever appears from here on completes <see cref="Wait"/>. <see cref="Claim"/> looks by itself.
    /// </summary>
    void Look(WorkKind kind);

    /// <summary>Completes <see cref="Wait"/> for whoever looks for the kind: something appeared that is not in the store's rows.</summary>
    void Wake(WorkKind kind);

    /// <summary>Completes when work of the kind may have become due since the call before; also when the time is over.</summary>
    Task Wait(WorkKind kind, TimeSpan atMost, CancellationToken cancellationToken);
}
