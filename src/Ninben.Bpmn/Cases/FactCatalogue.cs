using System.Buffers;
using System.Collections.Frozen;
using Ninben.Oversight.Facts;

namespace Ninben.Bpmn.Cases;

/// <summary>Every fact with its wire name. A fact's JSON never changes; a new shape is a new version with a new name.</summary>
public static class FactCatalogue
{
    private static readonly FactKind[] Kinds =
    [
        FactKind.Of("case.opened.v1", FactJson.Default.CaseOpened),
        FactKind.Of("case.closed.v1", FactJson.Default.CaseClosed),
        FactKind.Of("variables.set.v1", FactJson.Default.VariablesSet),
        FactKind.Of("variables.removed.v1", FactJson.Default.VariablesRemoved),
        FactKind.Of("element.entered.v1", FactJson.Default.ElementEntered),
        FactKind.Of("element.left.v1", FactJson.Default.ElementLeft),
        FactKind.Of("element.cancelled.v1", FactJson.Default.ElementCancelled),
        FactKind.Of("element.reopened.v1", FactJson.Default.ElementReopened),
        FactKind.Of("decision.evaluated.v1", FactJson.Default.DecisionEvaluated),
        FactKind.Of("error.thrown.v1", FactJson.Default.ErrorThrown),
        FactKind.Of("incident.raised.v1", FactJson.Default.IncidentRaised),
        FactKind.Of("incident.resolved.v1", FactJson.Default.IncidentResolved),
        FactKind.Of("job.created.v1", FactJson.Default.JobCreated),
        FactKind.Of("job.completed.v1", FactJson.Default.JobCompleted),
        FactKind.Of("job.failed.v1", FactJson.Default.JobFailed),
        FactKind.Of("job.cancelled.v1", FactJson.Default.JobCancelled),
        FactKind.Of("timer.set.v1", FactJson.Default.TimerSet),
        FactKind.Of("timer.fired.v1", FactJson.Default.TimerFired),
        FactKind.Of("timer.cancelled.v1", FactJson.Default.TimerCancelled),
        FactKind.Of("subscription.opened.v1", FactJson.Default.SubscriptionOpened),
        FactKind.Of("subscription.matched.v1", FactJson.Default.SubscriptionMatched),
        FactKind.Of("subscription.closed.v1", FactJson.Default.SubscriptionClosed),
        FactKind.Of("condition.lapsed.v1", FactJson.Default.ConditionLapsed),
        FactKind.Of("message.thrown.v1", FactJson.Default.MessageThrown),
        FactKind.Of("message.settled.v1", FactJson.Default.MessageSettled),
        FactKind.Of("signal.settled.v1", FactJson.Default.SignalSettled),
        FactKind.Of("signal.thrown.v1", FactJson.Default.SignalThrown),
        FactKind.Of("escalation.thrown.v1", FactJson.Default.EscalationThrown),
        FactKind.Of("scope.interrupted.v1", FactJson.Default.ScopeInterrupted),
        FactKind.Of("compensation.started.v1", FactJson.Default.CompensationStarted),
        FactKind.Of("call.started.v1", FactJson.Default.CallStarted),
        FactKind.Of("call.requested.v1", FactJson.Default.CallRequested),
        FactKind.Of("call.settled.v1", FactJson.Default.CallSettled),
        FactKind.Of("call.answered.v1", FactJson.Default.CallAnswered),
        FactKind.Of("loop.started.v1", FactJson.Default.LoopStarted),
        FactKind.Of("loop.output.v1", FactJson.Default.LoopOutput),
        FactKind.Of("gateway.activated.v1", FactJson.Default.GatewayActivated),
        FactKind.Of("adhoc.chosen.v1", FactJson.Default.AdHocChosen),
        FactKind.Of("adhoc.started.v1", FactJson.Default.AdHocStarted),
        FactKind.Of("variables.edited.v1", FactJson.Default.VariablesEdited),
        FactKind.Of("case.suspended.v1", FactJson.Default.CaseSuspended),
        FactKind.Of("case.resumed.v1", FactJson.Default.CaseResumed),
        FactKind.Of("answer.postponed.v1", FactJson.Default.AnswerPostponed),
        FactKind.Of("token.moved.v1", FactJson.Default.TokenMoved),
        FactKind.Of("case.migrated.v1", FactJson.Default.CaseMigrated),
        FactKind.Of("action.requested.v1", FactJson.Default.ActionRequested),
        FactKind.Of("action.attempted.v1", FactJson.Default.ActionAttempted),
        FactKind.Of("action.done.v1", FactJson.Default.ActionDone),
        FactKind.Of("action.failed.v1", FactJson.Default.ActionFailed),
        FactKind.Of("action.cancelled.v1", FactJson.Default.ActionCancelled),
        FactKind.Of("proposal.made.v1", FactJson.Default.ProposalMade),
        FactKind.Of("gate.judged.v1", FactJson.Default.GateJudged),
        FactKind.Of("review.opened.v1", FactJson.Default.ReviewOpened),
        FactKind.Of("review.claimed.v1", FactJson.Default.ReviewClaimed),
        FactKind.Of("review.released.v1", FactJson.Default.ReviewReleased),
        FactKind.Of("verdict.given.v1", FactJson.Default.VerdictGiven),
        FactKind.Of("verdict.undone.v1", FactJson.Default.VerdictUndone),
        FactKind.Of("review.cancelled.v1", FactJson.Default.ReviewCancelled),
        FactKind.Of("decision.made.v1", FactJson.Default.DecisionMade),
        FactKind.Of("outcome.known.v1", FactJson.Default.OutcomeKnown),
    ];

    private static readonly FrozenDictionary<string, FactKind> ByName = Kinds.ToFrozenDictionary(kind => kind.WireName, StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, FactKind> ByType = Kinds.ToFrozenDictionary(kind => kind.Type);

    /// <summary>All lines.</summary>
    public static IReadOnlyList<FactKind> All => Kinds;

    /// <summary>Wire name of a fact, e.g. <c>review.opened.v1</c>.</summary>
    public static string NameOf(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return KindOf(fact).WireName;
    }

    /// <summary>The fact's JSON: exactly the bytes to store and to hash.</summary>
    public static byte[] Write(Fact fact)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        Write(fact, bytes);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Appends the fact's JSON to a buffer and returns its wire name.</summary>
    public static string Write(Fact fact, ArrayBufferWriter<byte> into)
    {
        ArgumentNullException.ThrowIfNull(fact);
        ArgumentNullException.ThrowIfNull(into);
        var kind = KindOf(fact);
        kind.Write(fact, into);
        return kind.WireName;
    }

    /// <summary>The fact, or null for an unknown wire name (the case must be parked). Throws JsonException on malformed JSON of a known name.</summary>
    public static Fact? Read(string wireName, ReadOnlySpan<byte> json) => ByName.TryGetValue(wireName, out var kind) ? kind.Read(json) : null;

    private static FactKind KindOf(Fact fact) =>
        ByType.TryGetValue(fact.GetType(), out var kind) ? kind
            : throw new ArgumentException($"{fact.GetType().Name} has no line in the fact catalogue.", nameof(fact));
}
