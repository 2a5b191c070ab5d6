using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Elements.BoundaryEvents;
using Ninben.Bpmn.Elements.EventGateways;
using Ninben.Bpmn.Elements.StartEvents;
using Ninben.Bpmn.Events;
using Ninben.Bpmn.Model;
using Ninben.Feel;

namespace Ninben.Bpmn.Cases.Execution;

/// <summary>Something that was waited for happened.</summary>
/// <param name="Holder">The instance that waited; 0 for the case itself.</param>
/// <param name="Event">The event.</param>
/// <param name="Payload">What came with it.</param>
/// <param name="Thrower">The instance of this case that caused it, 0 for none.</param>
internal readonly record struct Happened(int Holder, Element Event, FeelValue Payload, int Thrower = 0);

/// <summary>What follows when something that was waited for happens.</summary>
internal static class Happening
{
    /// <summary>Whether a holder can still be told anything.</summary>
    public static bool IsOver(Scribe scribe, int holder) => holder == 0 ? scribe.State.IsClosed : scribe.State.Instance(holder) is not { IsActive: true };

    /// <summary>Whether the event goes on waiting after it happened.</summary>
    public static bool IsWaiting(Scribe scribe, int holder, Element waiting) => waiting.Detail switch
    {
        BoundaryEvent { Effect: EventEffect.NonInterrupting, Need: EventNeed.Any } => true,
        StartEvent { Effect: EventEffect.NonInterrupting, Need: EventNeed.Any } => scribe.State.InterruptedBy(holder) is null,
        _ => false,
    };

    /// <summary>A message, a signal or a condition matched a subscription.</summary>
    public static void Match(Scribe scribe, SubscriptionItem subscription, string? source, FeelValue payload, int thrower = 0)
    {
        var element = scribe.ElementAt(subscription.Instance, subscription.Element);
        var stays = IsWaiting(scribe, subscription.Instance, element) || IsOwn(subscription.Instance, thrower);
        scribe.Write(new SubscriptionMatched(subscription.Number, source, payload, stays ? true : null));
        if (scribe.State.IsSuspended) scribe.Write(new AnswerPostponed(subscription.Number, payload));
        else Happen(scribe, new Happened(subscription.Instance, element, payload, thrower));
    }

    /// <summary>Every waiting event of the case hears a signal that the case itself threw.</summary>
    public static void Hear(Scribe scribe, SignalThrown signal)
    {
        foreach (var subscription in scribe.State.OpenSubscriptions(SubscriptionKind.Signal))
        {
            if (subscription.Name != signal.Name || subscription.State != WorkState.Waiting || IsOver(scribe, subscription.Instance)) continue;
            Match(scribe, subscription, null, signal.Payload, signal.Instance);
        }
    }

    /// <summary>Opens the path of an event, once all that it needs has happened.</summary>
    public static void Happen(Scribe scribe, in Happened happened)
    {
        var signal = new Signal.Happened(happened.Payload);
        var (holder, waiting) = (happened.Holder, happened.Event);
        if (!IsComplete(scribe, holder, waiting)) return;
        if (waiting.Detail is BoundaryEvent boundary)
        {
            var host = scribe.State.Instance(holder)!;
            if (boundary.Effect == EventEffect.Interrupting && !IsOwn(holder, happened.Thrower)) Lifecycle.Cancel(scribe, host, "interrupted");
            scribe.Enter(new Work(waiting, host.Scope, host.Number, null, signal));
        }
        else if (waiting.Detail is StartEvent && waiting.Parent is not null && scribe.State.Instance(holder)?.Element != waiting.Id)
        {
            StartInside(scribe, holder, waiting, happened.Payload);
        }
        else
        {
            var visit = scribe.Visit(scribe.State.Instance(holder)!);
            if (visit.Element.Detail is EventGateway) Choose(visit, waiting, signal);
            else visit.Behaviour.Resume(visit, signal);
        }
    }

    /// <summary>Starts an event sub-process in a scope; an interrupting one ends everything else in it first.</summary>
    public static void StartInside(Scribe scribe, int scope, Element start, FeelValue payload)
    {
        var part = start.Parent!;
        if (((StartEvent)start.Detail).Effect == EventEffect.Interrupting)
        {
            scribe.Write(new ScopeInterrupted(scope, part.Id));
            Lifecycle.CancelInside(scribe, scope, "interrupted");
            scribe.DropQueued(scope);
            Arming.DisarmInside(scribe, scope, scribe.ContentOf(scope));
        }

        scribe.Enter(new Work(part, scope, 0, null, new Signal.Started(start, payload)));
    }

    // What a multi-instance activity throws about its own progress (BPMN 2.0, table 10.29) does not end it.
    private static bool IsOwn(int holder, int thrower) => thrower != 0 && thrower == holder;

    private static void Choose(in Visit gateway, Element chosen, Signal signal)
    {
        var flow = gateway.Element.Outgoing.First(candidate => candidate.Target == chosen);
        Arming.Disarm(gateway.Scribe, gateway.Number);
        gateway.Write(new ElementLeft(gateway.Number, [flow.Id]));
        gateway.Scribe.Enter(new Work(chosen, gateway.Instance.Scope, gateway.Number, flow, signal));
    }

    private static bool IsComplete(Scribe scribe, int holder, Element waiting)
    {
        var detail = (EventDetail)waiting.Detail;
        if (detail.Need == EventNeed.Any || detail.Definitions.Length < 2) return true;
        var (timers, subscriptions) = scribe.State.WaitsOf(holder);
        var done = new HashSet<int>();
        foreach (var number in timers ?? [])
            if (scribe.State.Timer(number) is { State: WorkState.Done } timer && timer.Element == waiting.Id) done.Add(timer.Trigger ?? 0);
        foreach (var number in subscriptions ?? [])
            if (scribe.State.Subscription(number) is { State: WorkState.Done } one && one.Element == waiting.Id) done.Add(one.Trigger ?? 0);
        return done.Count == detail.Definitions.Length;
    }
}
