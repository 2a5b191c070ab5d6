using System.Collections.Immutable;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Oversight.Facts;
using Ninben.Oversight.Reviews;
using Ninben.Runtime.Jobs;
using Ninben.Runtime.Streams;

namespace Ninben.Storage.Sqlite.Folding;

/// <summary>Folds the facts of a burst into row changes. Pure; a fact that concerns no row is passed over.</summary>
internal static class BurstFold
{
    private const int DeliverySeconds = 30;
    private const int CallSeconds = 30;

    /// <param name="append">The burst with its stamp, and what starts with it.</param>
    public static BurstRows Fold(CaseAppend append)
    {
        var rows = new BurstRows();
        var (facts, stamp) = (append.Burst.Facts, append.Stamp);
        var at = stamp.At.ToUnixTimeMilliseconds();
        int? decided = null;
        for (var i = 0; i < facts.Length; i++)
        {
            var sequence = append.ExpectedVersion + i + 1;
            if (facts[i] is VerdictGiven verdict) decided = verdict.Review;
            FoldCase(rows, facts[i]);
            FoldReview(rows, facts[i], stamp, sequence);
            if (Work(facts[i], at, sequence, decided) is not { } change) continue;
            if (change is WorkAppears appears && Starting(append, appears.Number) is { } item) change = appears with { Starting = item };
            rows.Changes.Add(change);
        }

        if (decided is { } review && Undoable(facts, at) is { } until) rows.Changes.Add(new ReviewCanBeUndone(review, until));
        return rows;
    }

    private static WorkItem? Starting(CaseAppend append, int number)
    {
        foreach (var item in append.Starting)
            if (item.Id.Number == number) return item;
        return null;
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
            case CaseMigrated migrated:
                rows.Migrated = migrated.To;
                break;
            case CaseSuspended:
                rows.Changes.Add(new CaseStops());
                break;
            case CaseResumed:
                rows.Changes.Add(new CaseGoesOn());
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
                rows.Draft = (verdict.Review, stamp.By.Id);
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
        JobCancelled job => new JobIsCancelled(job.Job, at),
        CallRequested call => new WorkAppears(call.Job, WorkKind.Call, at, CallSeconds, sequence, null),
        CallSettled call => new WorkEnds(call.Job),
        CallAnswered call => new CallerWakes(call.Job, call.Case, at),
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
        MessageThrown message => new WorkAppears(message.Message, WorkKind.Message, at, DeliverySeconds, sequence, null),
        MessageSettled message => new WorkEnds(message.Message),
        SignalThrown signal => new WorkAppears(signal.Signal, WorkKind.Signal, at, DeliverySeconds, sequence, null),
        SignalSettled signal => new WorkEnds(signal.Signal),
        SubscriptionOpened { Kind: SubscriptionKind.Message } opened =>
            new SubscriptionAppears(opened.Subscription, opened.Kind, Topic.OfMessage(opened.Name, opened.Key), at),
        SubscriptionOpened { Kind: SubscriptionKind.Signal } opened => new SubscriptionAppears(opened.Subscription, opened.Kind, opened.Name, at),
        SubscriptionMatched { Stays: null } matched => new SubscriptionEnds(matched.Subscription),
        SubscriptionClosed closed => new SubscriptionEnds(closed.Subscription),
        _ => null,
    };

    /// <summary>The earliest time at which an action that this burst requested leaves, when that lies ahead.</summary>
    private static long? Undoable(ImmutableArray<Fact> facts, long at)
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
