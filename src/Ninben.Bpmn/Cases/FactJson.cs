using System.Text.Json.Serialization;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Oversight.Decisions;
using Ninben.Oversight.Facts;
using Ninben.Oversight.Gates;
using Ninben.Oversight.Reviews;
using Ninben.Oversight.Subjects;

namespace Ninben.Bpmn.Cases;

/// <summary>The JSON form of facts and snapshots; the same rules as <see cref="OversightJson"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 512,
    Converters = [typeof(FeelValueConverter), typeof(FeelContextConverter), typeof(WireEnumConverter<GateOutcome>),
        typeof(WireEnumConverter<FrictionTier>), typeof(WireEnumConverter<VerdictKind>), typeof(WireEnumConverter<DecisionOutcome>),
        typeof(WireEnumConverter<ReviewState>), typeof(WireEnumConverter<ActorKind>), typeof(WireEnumConverter<CaseEnding>),
        typeof(WireEnumConverter<InstanceState>), typeof(WireEnumConverter<WorkState>),
        typeof(WireEnumConverter<SubscriptionKind>), typeof(WireEnumConverter<MessageOutcome>)])]
[JsonSerializable(typeof(CaseSnapshot))]
[JsonSerializable(typeof(CaseOpened))]
[JsonSerializable(typeof(CaseClosed))]
[JsonSerializable(typeof(VariablesSet))]
[JsonSerializable(typeof(VariablesRemoved))]
[JsonSerializable(typeof(ElementEntered))]
[JsonSerializable(typeof(ElementLeft))]
[JsonSerializable(typeof(ElementCancelled))]
[JsonSerializable(typeof(ElementReopened))]
[JsonSerializable(typeof(DecisionEvaluated))]
[JsonSerializable(typeof(ErrorThrown))]
[JsonSerializable(typeof(IncidentRaised))]
[JsonSerializable(typeof(IncidentResolved))]
[JsonSerializable(typeof(JobCreated))]
[JsonSerializable(typeof(JobCompleted))]
[JsonSerializable(typeof(JobFailed))]
[JsonSerializable(typeof(JobCancelled))]
[JsonSerializable(typeof(TimerSet))]
[JsonSerializable(typeof(TimerFired))]
[JsonSerializable(typeof(TimerCancelled))]
[JsonSerializable(typeof(SubscriptionOpened))]
[JsonSerializable(typeof(SubscriptionMatched))]
[JsonSerializable(typeof(SubscriptionClosed))]
[JsonSerializable(typeof(ConditionLapsed))]
[JsonSerializable(typeof(MessageThrown))]
[JsonSerializable(typeof(MessageSettled))]
[JsonSerializable(typeof(SignalSettled))]
[JsonSerializable(typeof(SignalThrown))]
[JsonSerializable(typeof(EscalationThrown))]
[JsonSerializable(typeof(ScopeInterrupted))]
[JsonSerializable(typeof(CompensationStarted))]
[JsonSerializable(typeof(CallStarted))]
[JsonSerializable(typeof(CallRequested))]
[JsonSerializable(typeof(CallSettled))]
[JsonSerializable(typeof(CallAnswered))]
[JsonSerializable(typeof(LoopStarted))]
[JsonSerializable(typeof(LoopOutput))]
[JsonSerializable(typeof(GatewayActivated))]
[JsonSerializable(typeof(AdHocChosen))]
[JsonSerializable(typeof(AdHocStarted))]
[JsonSerializable(typeof(VariablesEdited))]
[JsonSerializable(typeof(CaseSuspended))]
[JsonSerializable(typeof(CaseResumed))]
[JsonSerializable(typeof(AnswerPostponed))]
[JsonSerializable(typeof(TokenMoved))]
[JsonSerializable(typeof(CaseMigrated))]
[JsonSerializable(typeof(ActionRequested))]
[JsonSerializable(typeof(ActionAttempted))]
[JsonSerializable(typeof(ActionDone))]
[JsonSerializable(typeof(ActionFailed))]
[JsonSerializable(typeof(ActionCancelled))]
[JsonSerializable(typeof(ProposalMade))]
[JsonSerializable(typeof(GateJudged))]
[JsonSerializable(typeof(ReviewOpened))]
[JsonSerializable(typeof(ReviewClaimed))]
[JsonSerializable(typeof(ReviewReleased))]
[JsonSerializable(typeof(VerdictGiven))]
[JsonSerializable(typeof(VerdictUndone))]
[JsonSerializable(typeof(ReviewCancelled))]
[JsonSerializable(typeof(DecisionMade))]
[JsonSerializable(typeof(OutcomeKnown))]
internal sealed partial class FactJson : JsonSerializerContext;
