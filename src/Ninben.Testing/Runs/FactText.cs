using System.Collections.Immutable;
using System.Globalization;
using Ninben.Bpmn.Cases;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Feel;
using Ninben.Oversight.Decisions;
using Ninben.Oversight.Facts;
using Ninben.Oversight.Gates;
using Ninben.Oversight.Proposals;
using Ninben.Oversight.Reviews;

namespace Ninben.Testing.Runs;

/// <summary>A fact in words.</summary>
public static class FactText
{
    /// <summary>The wire name as words, e.g. <c>review opened</c>.</summary>
    public static string Name(Fact fact)
    {
        var name = FactCatalogue.NameOf(fact);
        return name[..name.LastIndexOf('.')].Replace('.', ' ');
    }

    /// <summary>Id of the element that a fact is about; the process for one about the whole case.</summary>
    public static string Element(CaseState state, Fact fact)
    {
        ArgumentNullException.ThrowIfNull(state);
        return fact switch
        {
            ElementEntered entered => entered.Element,
            TimerSet set => set.Element,
            TimerFired fired => state.Timer(fired.Timer)?.Element,
            TimerCancelled cancelled => state.Timer(cancelled.Timer)?.Element,
            SubscriptionOpened opened => opened.Element,
            SubscriptionMatched matched => state.Subscription(matched.Subscription)?.Element,
            SubscriptionClosed closed => state.Subscription(closed.Subscription)?.Element,
            ConditionLapsed lapsed => state.Subscription(lapsed.Subscription)?.Element,
            _ => Instance(state, fact) is { } number ? state.Instance(number)?.Element : null,
        } ?? state.Process;
    }

    /// <summary>What happened, beyond the name of the fact; empty when the name says it all.</summary>
    public static string What(Fact fact) => fact switch
    {
        CaseOpened opened => $"version {opened.Version}, {opened.Variables}",
        CaseClosed { Reason: { } reason } closed => $"{closed.Ending.ToString().ToLowerInvariant()}: {reason}",
        CaseClosed closed => closed.Ending.ToString().ToLowerInvariant(),
        VariablesSet set => string.Join(", ", set.Values.Select(pair => $"{pair.Key} = {pair.Value}")),
        VariablesRemoved removed => Listed(removed.Names),
        ElementEntered { Flow: { } flow } => $"over {flow}",
        ElementLeft { Into: { } } => "met the others",
        ElementLeft left => Listed(left.Flows),
        ElementCancelled cancelled => cancelled.Reason,
        ErrorThrown thrown => $"{thrown.Code}{Colon(thrown.Message)}{Caught(thrown.CaughtBy)}",
        EscalationThrown thrown => $"{thrown.Code}{Caught(thrown.CaughtBy)}",
        IncidentRaised raised => $"{raised.Code}: {raised.Message}",
        IncidentResolved resolved => resolved.How,
        DecisionEvaluated evaluated => $"{evaluated.Decision.Decision} = {evaluated.Output}",
        _ => Events(fact) ?? Work(fact) ?? Judgements(fact) ?? "",
    };

    private static string? Events(Fact fact) => fact switch
    {
        TimerSet set => Instant(set.DueAt),
        SubscriptionOpened { Kind: SubscriptionKind.Condition } opened => $"until {opened.Name}",
        SubscriptionOpened opened => $"{opened.Kind.ToString().ToLowerInvariant()} {opened.Name}{Key(opened.Key)}",
        SubscriptionMatched matched => Unless(matched.Payload),
        MessageThrown thrown => $"{thrown.Name}{Key(thrown.Key)}{Colon(Unless(thrown.Payload))}",
        SignalThrown thrown => $"{thrown.Name}{Colon(Unless(thrown.Payload))}",
        ScopeInterrupted interrupted => $"by {interrupted.By}",
        CallStarted started => $"{started.Process} version {started.Version}",
        CallRequested requested => $"{requested.Process} version {requested.Version} as the case {requested.Case}",
        CallAnswered answered => $"to the case {answered.Case}{Colon(answered.Error)}",
        LoopStarted { Count: { } count } => $"{count} times",
        LoopOutput output => output.Value.ToString(),
        GatewayActivated activated => Listed(activated.Flows),
        AdHocChosen chosen => Listed([.. chosen.Elements.Select(choice => choice.Element)]),
        _ => null,
    };

    private static string? Work(Fact fact) => fact switch
    {
        JobCreated created => $"{created.Connector} {created.Input}",
        JobCompleted completed => completed.Output.ToString(),
        JobFailed failed => $"attempt {failed.Attempt}: {failed.Message}",
        ActionRequested requested => $"{requested.Connector} {requested.Payload}, to be sent at {Instant(requested.SendAt)}",
        ActionAttempted attempted => $"attempt {attempted.Attempt}",
        ActionDone done => Unless(done.Response),
        ActionFailed failed => $"attempt {failed.Attempt}: {failed.Message}",
        ActionCancelled cancelled => cancelled.Reason,
        _ => null,
    };

    private static string? Judgements(Fact fact) => fact switch
    {
        ProposalMade made => $"{made.Proposal.Answer}{(made.Proposal.Confidence is { } sure ? $", confidence {sure.Calibrated ?? sure.Stated}" : "")}",
        GateJudged judged => $"{judged.Judgement.Outcome.ToString().ToLowerInvariant()}{Colon(Texts(judged.Judgement.Reasons))}",
        ReviewOpened opened => $"{opened.Content.Title}{(opened.Group is null ? "" : $", for {opened.Group}")}",
        ReviewCancelled cancelled => cancelled.Reason,
        VerdictGiven given => $"{given.Verdict.Kind.ToString().ToLowerInvariant()}{Colon(Texts(given.Verdict.Reasons))}",
        DecisionMade made => $"{made.Outcome.ToString().ToLowerInvariant()}: {made.Answer}",
        OutcomeKnown known => known.Truth.ToString(),
        _ => null,
    };

    private static int? Instance(CaseState state, Fact fact) => fact switch
    {
        ElementLeft left => left.Instance,
        ElementCancelled cancelled => cancelled.Instance,
        ElementReopened reopened => reopened.Instance,
        VariablesSet set => set.Instance ?? set.Scope,
        VariablesRemoved removed => removed.Scope,
        DecisionEvaluated evaluated => evaluated.Instance,
        ErrorThrown thrown => thrown.Instance,
        EscalationThrown thrown => thrown.Instance,
        IncidentRaised raised => raised.Instance,
        IncidentResolved resolved => state.Incident(resolved.Incident)?.Instance,
        MessageThrown thrown => thrown.Instance,
        SignalThrown thrown => thrown.Instance,
        ScopeInterrupted interrupted => interrupted.Scope,
        CompensationStarted started => started.Target,
        CallStarted started => started.Instance,
        CallRequested requested => requested.Instance,
        LoopStarted started => started.Instance,
        LoopOutput output => output.Instance,
        GatewayActivated activated => activated.Instance,
        AdHocChosen chosen => chosen.Instance,
        AdHocStarted started => started.Instance,
        _ => InstanceOfWork(state, fact),
    };

    private static int? InstanceOfWork(CaseState state, Fact fact) => fact switch
    {
        JobCreated created => created.Instance,
        JobCompleted completed => state.Job(completed.Job)?.Instance,
        JobFailed failed => state.Job(failed.Job)?.Instance,
        JobCancelled cancelled => state.Job(cancelled.Job)?.Instance,
        CallSettled settled => state.Job(settled.Job)?.Instance,
        ActionRequested requested => requested.Instance,
        ActionAttempted attempted => state.Action(attempted.Action)?.Instance,
        ActionDone done => state.Action(done.Action)?.Instance,
        ActionFailed failed => state.Action(failed.Action)?.Instance,
        ActionCancelled cancelled => state.Action(cancelled.Action)?.Instance,
        ProposalMade made => made.Instance,
        GateJudged judged => judged.Instance,
        ReviewOpened opened => opened.Instance,
        ReviewClaimed claimed => state.Review(claimed.Review)?.Instance,
        ReviewReleased released => state.Review(released.Review)?.Instance,
        VerdictGiven given => state.Review(given.Review)?.Instance,
        VerdictUndone undone => undone.Instance,
        ReviewCancelled cancelled => state.Review(cancelled.Review)?.Instance,
        DecisionMade made => made.Instance,
        OutcomeKnown known => known.Instance,
        _ => null,
    };

    private static string Listed(ImmutableArray<string> names) => string.Join(", ", names);

    private static string Caught(string? by) => by is null ? ", caught by nothing" : $", caught by {by}";

    private static string Key(string? key) => key is null ? "" : $", key {key}";

    private static string Colon(string? text) => string.IsNullOrEmpty(text) ? "" : $": {text}";

    private static string Unless(FeelValue value) => value.IsNull ? "" : value.ToString();

    private static string Texts(ImmutableArray<Reason> reasons) => string.Join("; ", reasons.Select(reason => reason.Text));

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
