using Ninben.Oversight.Subjects;

namespace Ninben.Runtime.Jobs;

/// <summary>A claimed work row. What is to be done stands in the case's state.</summary>
/// <param name="Id">The job, action or timer.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Lease">The claim.</param>
/// <param name="LeasedUntil">From then on someone else may claim it.</param>
/// <param name="Reclaimed">True when an earlier lease ran out without an answer: that attempt's fate is unknown.</param>
/// <param name="Fact">JSON of the fact that asked for it (<c>job.created</c>, <c>action.requested</c>, <c>timer.set</c>).</param>
public sealed record WorkItem(ItemId Id, WorkKind Kind, WorkLease Lease, DateTimeOffset LeasedUntil, bool Reclaimed, ReadOnlyMemory<byte> Fact);
