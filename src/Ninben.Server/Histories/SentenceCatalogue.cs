using System.Collections.Frozen;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Oversight.Decisions;
using Ninben.Oversight.Facts;
using Ninben.Oversight.Gates;
using Ninben.Oversight.Reviews;

namespace Ninben.Server.Histories;

/// <summary>What the timeline says of each fact: one line each.</summary>
internal static class SentenceCatalogue
{
    private static readonly FrozenDictionary<Type, Func<Fact, Telling, Sentence>> s_lines = new[]
    {
        Line<CaseOpened>(CaseSentences.Opened),
        Line<CaseClosed>(CaseSentences.Closed),
        Line<VariablesSet>(CaseSentences.VariablesSet),
        Line<VariablesRemoved>(CaseSentences.VariablesRemoved),
        Line<ElementEntered>(CaseSentences.Entered),
        Line<ElementLeft>(CaseSentences.Left),
        Line<ElementCancelled>(CaseSentences.Cancelled),
        Line<ElementReopened>(CaseSentences.Reopened),
        Line<DecisionEvaluated>(CaseSentences.Evaluated),
        Line<ErrorThrown>(CaseSentences.ErrorThrown),
        Line<IncidentRaised>(CaseSentences.IncidentRaised),
        Line<IncidentResolved>(CaseSentences.IncidentResolved),
        Line<DecisionMade>(CaseSentences.Decided),
        Line<OutcomeKnown>(CaseSentences.OutcomeKnown),
        Line<JobCreated>(WorkSentences.JobCreated),
        Line<JobCompleted>(WorkSentences.JobCompleted),
        Line<JobFailed>(WorkSentences.JobFailed),
        Line<JobCancelled>(WorkSentences.JobCancelled),
        Line<TimerSet>(WorkSentences.TimerSet),
        Line<TimerFired>(WorkSentences.TimerFired),
        Line<TimerCancelled>(WorkSentences.TimerCancelled),
        Line<SubscriptionOpened>(EventSentences.Opened),
        Line<SubscriptionMatched>(EventSentences.Matched),
        Line<SubscriptionClosed>(EventSentences.Closed),
        Line<ConditionLapsed>(EventSentences.Lapsed),
        Line<MessageThrown>(EventSentences.MessageThrown),
        Line<MessageSettled>(EventSentences.MessageSettled),
        Line<SignalThrown>(EventSentences.SignalThrown),
        Line<SignalSettled>(EventSentences.SignalSettled),
        Line<EscalationThrown>(EventSentences.Escalated),
        Line<ScopeInterrupted>(EventSentences.Interrupted),
        Line<CompensationStarted>(EventSentences.Compensated),
        Line<CallStarted>(EventSentences.Called),
        Line<CallRequested>(EventSentences.Asked),
        Line<CallSettled>(EventSentences.CalledOff),
        Line<CallAnswered>(EventSentences.Answered),
        Line<LoopStarted>(EventSentences.LoopStarted),
        Line<LoopOutput>(EventSentences.LoopOutput),
        Line<GatewayActivated>(EventSentences.Activated),
        Line<AdHocChosen>(EventSentences.Chosen),
        Line<AdHocStarted>(EventSentences.Started),
        Line<VariablesEdited>(OperationSentences.Edited),
        Line<CaseSuspended>(OperationSentences.Suspended),
        Line<CaseResumed>(OperationSentences.Resumed),
        Line<AnswerPostponed>(OperationSentences.Postponed),
        Line<TokenMoved>(OperationSentences.Moved),
        Line<CaseMigrated>(OperationSentences.Migrated),
        Line<ActionRequested>(WorkSentences.ActionRequested),
        Line<ActionAttempted>(WorkSentences.ActionAttempted),
        Line<ActionDone>(WorkSentences.ActionDone),
        Line<ActionFailed>(WorkSentences.ActionFailed),
        Line<ActionCancelled>(WorkSentences.ActionCancelled),
        Line<ProposalMade>(ReviewSentences.ProposalMade),
        Line<GateJudged>(ReviewSentences.GateJudged),
        Line<ReviewOpened>(ReviewSentences.Opened),
        Line<ReviewClaimed>(ReviewSentences.Claimed),
        Line<ReviewReleased>(ReviewSentences.Released),
        Line<VerdictGiven>(ReviewSentences.VerdictGiven),
        Line<VerdictUndone>(ReviewSentences.VerdictUndone),
        Line<ReviewCancelled>(ReviewSentences.Cancelled),
    }.ToFrozenDictionary();

    /// <summary>Facts that have a line.</summary>
    public static IReadOnlyCollection<Type> Types => s_lines.Keys;

    /// <summary>The sentence for a fact; for one that this version does not know, its wire name.</summary>
    public static Sentence Tell(Fact? fact, string wireName, Telling telling) => fact is not null && s_lines.TryGetValue(fact.GetType(), out var line)
        ? line(fact, telling)
        : new Sentence($"Something that this version does not know ({wireName})");

    private static KeyValuePair<Type, Func<Fact, Telling, Sentence>> Line<T>(Func<T, Telling, Sentence> tell)
        where T : Fact => new(typeof(T), (fact, telling) => tell((T)fact, telling));
}
