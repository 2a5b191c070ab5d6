using System.Globalization;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Oversight.Reviews;

namespace Ninben.Bpmn.Cases.Execution;

/// <summary>
/// Taking a verdict back: everything that followed from it is cancelled, variables get their earlier values, and the review is open again
/// with the same content. Possible only while all that followed is still inside the case.
/// </summary>
internal static class Undoing
{
    public static Refusal? Undo(Scribe scribe, UndoVerdict command)
    {
        var state = scribe.State;
        if (state.Review(command.Review) is not { } review) return ReviewHandling.NotFound();
        if (Refusals.Of(UndoRules.Check(review.Subject, command.Person)) is { } refusal) return refusal;
        var instance = state.Instance(review.Instance)!;
        var consequences = Consequences.Of(scribe, instance);
        if (Irreversible(scribe, instance, consequences) is { } what) return Refusals.Of(UndoRules.TooLate(what));

        var earlier = EarlierVariables.Of(state, [instance, .. consequences.Followers]);
        scribe.Write(new VerdictUndone(review.Number, instance.Number));
        CancelFollowers(scribe, consequences.Followers);
        // A gated action is still active: it only waits for its request to leave.
        if (state.Action(instance.Action) is { State: WorkState.Waiting }) scribe.Write(new ActionCancelled(instance.Action, ElementCancelled.Undone));
        if (instance.Incident != 0) scribe.Write(new IncidentResolved(instance.Incident, ElementCancelled.Undone));
        foreach (var fact in earlier) scribe.Write(fact);
        // The other paths wait at the join again.
        foreach (var partner in consequences.Partners) scribe.Write(new ElementReopened(partner.Number));
        if (!instance.IsActive)
        {
            scribe.Write(new ElementReopened(instance.Number));
            RestoreTimers(scribe, instance);
            RestoreSubscriptions(scribe, instance);
        }

        return null;
    }

    private static string? Irreversible(Scribe scribe, ElementInstance instance, Consequences consequences)
    {
        var state = scribe.State;
        if (state.IsClosed) return $"The case was closed at {At(state.ClosedAt)}.";
        if (instance.State == InstanceState.Cancelled) return "The step was cancelled meanwhile.";
        if (instance.Scope != 0 && !state.Scope(instance.Scope).IsActive) return "The sub-process of this step has ended.";
        if (!instance.IsActive && instance.LeftAs < state.MigratedAs)
            return $"The case runs by version {state.ProcessVersion} of its process since then.";
        if (Sent(scribe, instance) is { } own) return own;
        if (consequences.UnknownJoin is { } join) return $"“{scribe.ModelOf(join).Label}” has joined this path with another.";
        foreach (var follower in consequences.Followers)
        {
            if (Sent(scribe, follower) is { } sent) return sent;
            if (state.Job(follower.Job) is { Case: not null }) return $"“{scribe.ModelOf(follower).Label}” has called another case.";
            if (state.Job(follower.Job) is { } job && (job.State is WorkState.Done or WorkState.Failed || job.Failures > 0))
                return $"“{scribe.ModelOf(follower).Label}” has done work already.";
            if (state.Review(follower.Review) is { State: ReviewState.Completed } later)
                return $"“{scribe.ModelOf(follower).Label}” was decided by {later.DecidedBy?.Name} at {At(later.DecidedAt)}.";
        }

        return null;
    }

    private static string? Sent(Scribe scribe, ElementInstance instance)
    {
        if (scribe.State.Action(instance.Action) is not { Attempt: > 0 } action) return null;
        return $"“{scribe.ModelOf(instance).Label}” was sent at {At(action.AttemptedAt)}.";
    }

    private static void CancelFollowers(Scribe scribe, List<ElementInstance> followers)
    {
        for (var i = followers.Count - 1; i >= 0; i--)
        {
            // What was interrupted, or undone before, is over, unless something that it wrote still stands.
            if (followers[i] is { State: InstanceState.Cancelled, Writes: null }) continue;
            Lifecycle.TakeBack(scribe, followers[i], ElementCancelled.Undone);
            scribe.Write(new ElementCancelled(followers[i].Number, ElementCancelled.Undone));
        }
    }

    /// <summary>Boundary timers that ended with the element run again until the instants they had.</summary>
    private static void RestoreTimers(Scribe scribe, ElementInstance instance)
    {
        if (instance.Timers is not { } timers) return;
        var restored = new HashSet<string>(StringComparer.Ordinal);
        for (var i = timers.Count - 1; i >= 0; i--)
        {
            if (scribe.State.Timer(timers[i]) is { State: WorkState.Cancelled } timer && restored.Add(timer.Element))
                scribe.Write(new TimerSet(scribe.State.NextNumber, instance.Number, timer.Element, timer.DueAt, timer.Every, timer.Repeats, timer.Trigger));
        }
    }

    /// <summary>Boundary events that waited for messages, signals or conditions wait for them again.</summary>
    private static void RestoreSubscriptions(Scribe scribe, ElementInstance instance)
    {
        foreach (var number in instance.Subscriptions?.ToArray() ?? [])
        {
            if (scribe.State.Subscription(number) is { State: WorkState.Cancelled } one && !IsOpen(scribe, instance, one))
                scribe.Write(new SubscriptionOpened(scribe.State.NextNumber, instance.Number, one.Element, one.Trigger, one.Kind, one.Name, one.Key));
        }
    }

    private static bool IsOpen(Scribe scribe, ElementInstance instance, SubscriptionItem like) => instance.Subscriptions!.Any(number =>
        scribe.State.Subscription(number) is { State: WorkState.Waiting } open && open.Element == like.Element && open.Trigger == like.Trigger);

    private static string At(DateTimeOffset? instant) =>
        instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "an unknown time";
}
