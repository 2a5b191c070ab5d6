using System.Globalization;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Bpmn.Elements.ParallelGateways;
using Ninben.Feel;
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
        var followers = Followers(state, instance);
        if (Irreversible(scribe, instance, followers) is { } what) return Refusals.Of(UndoRules.TooLate(what));

        var earlier = EarlierValues(instance, followers);
        scribe.Write(new VerdictUndone(review.Number, instance.Number));
        CancelFollowers(scribe, followers);
        // A gated action is still active: it only waits for its request to leave.
        if (state.Action(instance.Action) is { State: WorkState.Waiting }) scribe.Write(new ActionCancelled(instance.Action, "undone"));
        if (instance.Incident != 0) scribe.Write(new IncidentResolved(instance.Incident, "undone"));
        foreach (var (scope, values) in earlier) scribe.Write(new VariablesSet(scope, values));
        if (!instance.IsActive)
        {
            scribe.Write(new ElementReopened(instance.Number));
            RestoreTimers(scribe, instance);
        }

        return null;
    }

    /// <summary>Everything that came from the instance, oldest first.</summary>
    private static List<ElementInstance> Followers(CaseState state, ElementInstance instance)
    {
        var followers = new List<ElementInstance>();
        var numbers = new HashSet<int> { instance.Number };
        for (var number = instance.Number + 1; number < state.Items.Count; number++)
        {
            if (state.Items[number] is not ElementInstance candidate) continue;
            if (!numbers.Contains(candidate.From) && !(candidate.Scope != instance.Scope && numbers.Contains(candidate.Scope))) continue;
            // A boundary timer of the decided element itself fired before the verdict: its path is not a consequence of it.
            if (candidate.From == instance.Number && candidate.Flow is null) continue;
            // What an earlier undo cancelled is over.
            if (candidate.State == InstanceState.Cancelled) continue;
            numbers.Add(candidate.Number);
            followers.Add(candidate);
        }

        return followers;
    }

    private static string? Irreversible(Scribe scribe, ElementInstance instance, List<ElementInstance> followers)
    {
        var state = scribe.State;
        if (state.IsClosed) return $"The case was closed at {At(state.ClosedAt)}.";
        if (instance.State == InstanceState.Cancelled) return "The step was cancelled meanwhile.";
        if (instance.Scope != 0 && !state.Scope(instance.Scope).IsActive) return "The sub-process of this step has ended.";
        if (Sent(scribe, instance) is { } own) return own;
        foreach (var follower in followers)
        {
            if (Sent(scribe, follower) is { } sent) return sent;
            if (state.Job(follower.Job) is { } job && (job.State is WorkState.Done or WorkState.Failed || job.Failures > 0))
                return $"“{scribe.ModelOf(follower).Label}” has done work already.";
            if (state.Review(follower.Review) is { State: ReviewState.Completed } later)
                return $"“{scribe.ModelOf(follower).Label}” was decided by {later.DecidedBy?.Name} at {At(later.DecidedAt)}.";
            if (follower.State == InstanceState.Completed && scribe.ModelOf(follower) is { Detail: ParallelGateway, Incoming.Length: > 1 } join)
                return $"“{join.Label}” has joined this path with another.";
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
            Lifecycle.TakeBack(scribe, followers[i], "undone");
            scribe.Write(new ElementCancelled(followers[i].Number, "undone"));
        }
    }

    /// <summary>Per scope, what the variables were before the decision: of several writes of one variable the oldest counts.</summary>
    private static SortedDictionary<int, FeelContext> EarlierValues(ElementInstance instance, List<ElementInstance> followers)
    {
        var writes = new List<VariableWrite>(instance.Writes ?? []);
        var ended = new HashSet<int>();
        foreach (var follower in followers)
        {
            ended.Add(follower.Number);
            if (follower.Writes is { } more) writes.AddRange(more);
        }

        writes.Sort(static (left, right) => right.Sequence.CompareTo(left.Sequence));
        var values = new SortedDictionary<int, FeelContext>();
        foreach (var write in writes)
        {
            if (ended.Contains(write.Scope)) continue;
            var scope = values.GetValueOrDefault(write.Scope, FeelContext.Empty);
            foreach (var (name, before) in write.Before) scope = scope.With(name, before);
            values[write.Scope] = scope;
        }

        return values;
    }

    /// <summary>Boundary timers that ended with the element run again until the instants they had.</summary>
    private static void RestoreTimers(Scribe scribe, ElementInstance instance)
    {
        if (instance.Timers is not { } timers) return;
        var restored = new HashSet<string>(StringComparer.Ordinal);
        for (var i = timers.Count - 1; i >= 0; i--)
        {
            if (scribe.State.Timer(timers[i]) is { State: WorkState.Cancelled } timer && restored.Add(timer.Element))
                scribe.Write(new TimerSet(scribe.State.NextNumber, instance.Number, timer.Element, timer.DueAt));
        }
    }

    private static string At(DateTimeOffset? instant) =>
        instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "an unknown time";
}
