using System.Collections.Immutable;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Oversight.Facts;
using Ninben.Oversight.Subjects;

namespace Ninben.Runtime.Jobs;

/// <summary>
/// Work that is due in the moment it is asked for. When this process has a free place, the append that asks for it also leases
/// it, and it starts as soon as that append is committed: no claim and no look into the store. Otherwise its row waits in the queue.
/// A crash in between leaves a leased row, which the queue gives to the next one when the lease runs out.
/// </summary>
internal sealed class ImmediateWork
{
    private readonly WorkLoop?[] loops = new WorkLoop?[3];

    /// <summary>The loop that works on a kind from now on.</summary>
    public void Open(WorkKind kind, WorkLoop loop) => Volatile.Write(ref loops[(int)kind], loop);

    /// <summary>Takes places for what a burst asks for.</summary>
    /// <param name="id">The case.</param>
    /// <param name="before">Sequence of the last fact before the burst.</param>
    /// <param name="stamp">The burst's stamp.</param>
    /// <param name="facts">The burst.</param>
    public ImmediateStarts Take(CaseId id, long before, Stamp stamp, ImmutableArray<Fact> facts)
    {
        ImmediateStarts? taken = null;
        for (var i = 0; i < facts.Length; i++)
        {
            var (kind, number, seconds) = facts[i] switch
            {
                JobCreated job => (WorkKind.Job, job.Job, job.TimeoutSeconds),
                ActionRequested action when action.SendAt <= stamp.At => (WorkKind.Action, action.Action, action.TimeoutSeconds),
                _ => (WorkKind.Timer, 0, 0),
            };
            if (number == 0 || Volatile.Read(ref loops[(int)kind]) is not { } loop || !loop.TryTakePlace()) continue;
            var lease = new WorkLease(number, WorkLease.Unclaimed(before + i + 1) + 1);
            var item = new WorkItem(new ItemId(id, number), kind, lease, loop.LeasedUntil(stamp.At, seconds), Reclaimed: false, facts[i]);
            (taken ??= new ImmediateStarts()).Add(loop, item);
        }

        return taken ?? ImmediateStarts.None;
    }
}
