using Ninben.Oversight.Facts;
using Ninben.Oversight.Subjects;

namespace Ninben.Runtime.Jobs;

/// <summary>A claimed work row. What is to be done stands in the case's state.</summary>
/// <param name="Id">The job, action or timer.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Lease">The claim.</param>
/// <param name="LeasedUntil">From then on someone else may claim it.</param>
/// <param name="Reclaimed">True when an earlier lease ran out without an answer: that attempt's fate is unknown.</param>
/// <param name="Request">The fact that asked for it (<c>job.created</c>, <c>action.requested</c>, <c>timer.set</c>); null when it cannot be read.</param>
public sealed record WorkItem(ItemId Id, WorkKind Kind, WorkLease Lease, DateTimeOffset LeasedUntil, bool Reclaimed, Fact? Request)
{
    /// <summary>Number of the attempt that was committed together with the request, 0 for none: only of actions that start at once.</summary>
    public int StartedAttempt { get; init; }
}
