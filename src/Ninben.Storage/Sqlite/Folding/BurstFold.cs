using Ninben.Bpmn.Cases.Facts;
using Ninben.Oversight.Facts;
using Ninben.Oversight.Reviews;
using Ninben.Runtime.Jobs;

namespace Ninben.Storage.Sqlite.Folding;

/// <summary>Folds the facts of a burst into row changes. Pure; a fact that concerns no row is passed over.</summary>
internal static class BurstFold
{
    /// <param name="facts">The burst.</param>
    /// <param name="stamp">Its stamp.</param>
    /// <param name="before">Sequence of the last fact before it.</param>
    public static BurstRows Fold(IReadOnlyList<Fact> facts, Stamp stamp, long before)
    {
        var rows = new BurstRows();
        var at = stamp.At.ToUnixTimeMilliseconds();
        int? decided = null;
        for (var i = 0; i < facts.Count; i++)
        {
            var sequence = before + i + 1;
            if (facts[i] is VerdictGiven verdict) decided = verdict.Review;
            FoldCase(rows, facts[i]);
            FoldReview(rows, facts[i], stamp, sequence);
            if (Work(facts[i], at, sequence, decided) is { } change) rows.Changes.Add(change);
        }

        if (decided is { } review && Undoable(facts, at) is { } until) rows.Changes.Add(new ReviewCanBeUndone(review, until));
        return rows;
    }

    private static void FoldCase(BurstRows rows, Fact fact)
    {
        switch (fact)
        {
            case CaseOpened opened:
                rows.Opened = (opened.Process, opened.Version, opened.BusinessKey);
                break;
            case CaseClosed closed:
                rows.Ending = (int)closed.Ending + 1;
                break;
            case IncidentRaised:
                rows.Incidents++;
                break;
            case IncidentResolved:
                rows.Incidents--;
                break;
        }
    }

    private static void FoldReview(BurstRows rows, Fact fact, Stamp stamp, long sequence)
    {
        switch (fact)
        {
            case ReviewOpened opened:
                rows.Reviews++;
                rows.Title ??= opened.Content.Title;
                rows.Changes.Add(new ReviewOpens(opened.Review, opened, stamp.At.ToUnixTimeMilliseconds(), sequence));
                break;
            case ReviewClaimed claimed:
                rows.Changes.Add(new ReviewMoves(claimed.Review, ReviewState.Claimed, claimed.Person, claimed.Name, sequence));
                break;
            case ReviewReleased released:
                rows.Changes.Add(new ReviewMoves(released.Review, ReviewState.Ready, null, null, sequence));
                break;
            case ReviewCancelled cancelled:
                rows.Reviews--;
                rows.Changes.Add(new ReviewMoves(cancelled.Review, ReviewState.Cancelled, null, null, sequence));
                break;
            case VerdictGiven verdict:
                rows.Reviews--;
                rows.Changes.Add(new ReviewCompletes(verdict.Review, verdict.Verdict.Kind, stamp.By.Id, stamp.By.Name,
                    stamp.At.ToUnixTimeMilliseconds(), sequence));
                break;
            case VerdictUndone undone:
                rows.Reviews++;
                rows.Changes.Add(new ReviewReturns(undone.Review, sequence));
                break;
        }
    }

    private static RowChange? Work(Fact fact, long at, long sequence, int? decided) => fact switch
    {
        JobCreated job => new WorkAppears(job.Job, WorkKind.Job, at, job.TimeoutSeconds, sequence, null),
        JobFailed { RetryAt: { } retry } job => new WorkWaits(job.Job, WorkKind.Job, retry.ToUnixTimeMilliseconds()),
        JobFailed job => new WorkEnds(job.Job),
        JobCompleted job => new WorkEnds(job.Job),
        JobCancelled job => new WorkEnds(job.Job),
        ActionRequested action => new WorkAppears(action.Action, WorkKind.Action, action.SendAt.ToUnixTimeMilliseconds(), action.TimeoutSeconds,
            sequence, action.SendAt.ToUnixTimeMilliseconds() > at ? decided : null),
        ActionAttempted action => new ActionLeaves(action.Action),
        ActionFailed { RetryAt: { } retry } action => new WorkWaits(action.Action, WorkKind.Action, retry.ToUnixTimeMilliseconds()),
        ActionFailed action => new WorkEnds(action.Action),
        ActionDone action => new WorkEnds(action.Action),
        ActionCancelled action => new WorkEnds(action.Action),
        TimerSet timer => new WorkAppears(timer.Timer, WorkKind.Timer, timer.DueAt.ToUnixTimeMilliseconds(), 0, sequence, null),
        TimerFired timer => new WorkEnds(timer.Timer),
        TimerCancelled timer => new WorkEnds(timer.Timer),
        _ => null,
    };

    /// <summary>The earliest time at which an action that this burst requested leaves, when that lies ahead.</summary>
    private static long? Undoable(IReadOnlyList<Fact> facts, long at)
    {
        long? earliest = null;
        foreach (var fact in facts)
        {
            if (fact is not ActionRequested action) continue;
            var sendAt = action.SendAt.ToUnixTimeMilliseconds();
            if (earliest is null || sendAt < earliest) earliest = sendAt;
        }

        return earliest > at ? earliest : null;
    }
}
