using System.Globalization;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;

namespace Ninben.Server.Histories;

/// <summary>Sentences about messages, signals, conditions, repetition, calls and undoing.</summary>
internal static class EventSentences
{
    public static Sentence Opened(SubscriptionOpened fact, Telling telling) => new(fact.Kind switch
    {
        SubscriptionKind.Message => $"Waits at “{telling.LabelOf(fact.Element)}” for the message “{fact.Name}”",
        SubscriptionKind.Signal => $"Listens at “{telling.LabelOf(fact.Element)}” for the signal “{fact.Name}”",
        _ => $"Waits until the condition of “{telling.LabelOf(fact.Element)}” holds",
    }, fact.Key is { } key ? "With the key " + key : null, Instance(fact.Instance));

    public static Sentence Matched(SubscriptionMatched fact, Telling telling) =>
        new($"What {telling.StepOf(fact.Subscription)} waited for has happened", fact.Payload.IsNull ? null : Telling.Short(fact.Payload),
            Instance(telling.History.InstanceOf(fact.Subscription)));

    public static Sentence Closed(SubscriptionClosed fact, Telling telling) =>
        new($"{telling.StepOf(fact.Subscription)} no longer waits for it", null, Instance(telling.History.InstanceOf(fact.Subscription)));

    public static Sentence Lapsed(ConditionLapsed fact, Telling telling) =>
        new($"The condition at {telling.StepOf(fact.Subscription)} no longer holds", null, Instance(telling.History.InstanceOf(fact.Subscription)));

    public static Sentence MessageThrown(MessageThrown fact, Telling telling) => new($"{telling.Step(fact.Instance)} sent the message “{fact.Name}”",
        fact.Key is { } key ? $"To whoever waits for it with the key {key}" : "To whoever waits for it", fact.Instance);

    public static Sentence MessageSettled(MessageSettled fact, Telling telling) => fact.Outcome switch
    {
        MessageOutcome.Received => new Sentence("The message was received", "By the case " + fact.Case),
        MessageOutcome.StartedCase => new Sentence("The message opened a case", fact.Case),
        MessageOutcome.Kept => new Sentence("Nobody waits for the message yet; it is kept for a while"),
        _ => new Sentence("Nobody waited for the message"),
    };

    public static Sentence SignalThrown(SignalThrown fact, Telling telling) =>
        new($"{telling.Step(fact.Instance)} gave the signal “{fact.Name}”", fact.Payload.IsNull ? null : Telling.Short(fact.Payload), fact.Instance);

    public static Sentence SignalSettled(SignalSettled fact, Telling telling) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Other cases heard the signal {fact.Heard} times; it opened {fact.Started} cases"));

    public static Sentence Escalated(EscalationThrown fact, Telling telling) => new(
        fact.CaughtBy is { } by ? $"{telling.Step(fact.Instance)} escalated; “{telling.LabelOf(by)}” takes care of it"
            : $"{telling.Step(fact.Instance)} escalated, and nothing in the process takes care of that",
        fact.Code, fact.Instance);

    public static Sentence Interrupted(ScopeInterrupted fact, Telling telling) =>
        new($"“{telling.LabelOf(fact.By)}” took over", "Everything else there ended", Instance(fact.Scope));

    public static Sentence Compensated(CompensationStarted fact, Telling telling) =>
        new($"Undoing {telling.Step(fact.Target)}", $"Asked for by {telling.Step(fact.Instance)}", fact.Target);

    public static Sentence Called(CallStarted fact, Telling telling) =>
        new($"{telling.Step(fact.Instance)} runs the process “{fact.Process}”", $"Version {fact.Version}", fact.Instance);

    public static Sentence Asked(CallRequested fact, Telling telling) =>
        new($"{telling.Step(fact.Instance)} opens a case of the process “{fact.Process}”", $"Version {fact.Version}, case {fact.Case}", fact.Instance);

    public static Sentence CalledOff(CallSettled fact, Telling telling) =>
        new($"The case that {telling.StepOf(fact.Job)} opened was called off", null, Instance(telling.History.InstanceOf(fact.Job)));

    public static Sentence Answered(CallAnswered fact, Telling telling) => new("The case that called this one goes on",
        fact.Error is { } error ? $"Case {fact.Case}, with the error {error}" : $"Case {fact.Case}");

    public static Sentence LoopStarted(LoopStarted fact, Telling telling) => new(
        fact.Count is { } count ? string.Create(CultureInfo.InvariantCulture, $"{telling.Step(fact.Instance)} is to be done {count} times")
            : $"{telling.Step(fact.Instance)} is done until its condition ends it",
        null, fact.Instance);

    public static Sentence LoopOutput(LoopOutput fact, Telling telling) =>
        new($"One round of {telling.Step(fact.Instance)} gave its result", Telling.Short(fact.Value), fact.Instance);

    public static Sentence Activated(GatewayActivated fact, Telling telling) =>
        new($"{telling.Step(fact.Instance)} goes on; later arrivals end there", null, fact.Instance);

    public static Sentence Chosen(AdHocChosen fact, Telling telling) => new($"{telling.By} chose what to do in {telling.Step(fact.Instance)}",
        string.Join(", ", fact.Elements.Select(choice => telling.LabelOf(choice.Element))), fact.Instance);

    public static Sentence Started(AdHocStarted fact, Telling telling) =>
        new($"{telling.Step(fact.Instance)} starts the next of what was chosen", null, fact.Instance);

    // Events of the case itself have no step of their own.
    private static int? Instance(int number) => number == 0 ? null : number;
}
