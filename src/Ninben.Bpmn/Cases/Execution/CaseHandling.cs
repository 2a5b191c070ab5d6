using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Elements.AdHocSubProcesses;
using Ninben.Bpmn.Events.Timers;
using Ninben.Feel;
using Ninben.Oversight.Decisions;

namespace Ninben.Bpmn.Cases.Execution;

/// <summary>Timers, retries, cancelling and outcomes.</summary>
internal static class CaseHandling
{
    public static Refusal? Fire(Scribe scribe, FireTimer command)
    {
        if (scribe.State.Timer(command.Timer) is not { } timer) return Refusals.NotFound("timer-not-found", "There is no such timer.");
        if (timer.State != WorkState.Waiting) return Refusals.Conflict("timer-closed", "The timer is not waiting any more.");
        if (scribe.Stamp.At < timer.DueAt) return Refusals.Conflict("not-due", "The timer is not due yet.");
        TimerBehaviour.Fire(scribe, timer);
        return null;
    }

    public static Refusal? Retry(Scribe scribe, RetryIncident command)
    {
        if (scribe.State.Incident(command.Incident) is not { } incident) return Refusals.NotFound("incident-not-found", "There is no such incident.");
        if (!incident.IsOpen) return Refusals.Conflict("incident-resolved", "This incident is resolved already.");
        scribe.Write(new IncidentResolved(command.Incident, "retried"));
        if (incident.Instance == 0)
        {
            // The case itself could not let its event sub-processes wait, and had not begun.
            Arming.Disarm(scribe, 0);
            Scopes.Begin(scribe);
            return null;
        }

        Incidents.Retry(scribe.Visit(scribe.State.Instance(incident.Instance)!), incident.Code);
        return null;
    }

    public static Refusal? Cancel(Scribe scribe, CancelCase command)
    {
        if (scribe.State.IsClosed) return Refusals.CaseClosed();
        if (string.IsNullOrWhiteSpace(command.Reason)) return Refusals.Invalid("reason-needed", "Say why the case is cancelled.");
        Lifecycle.CancelInside(scribe, 0, "case cancelled");
        Lifecycle.Close(scribe, CaseEnding.Cancelled, command.Reason);
        return null;
    }

    /// <summary>A message or a signal from outside of the case reaches a subscription.</summary>
    public static Refusal? Match(Scribe scribe, Arrival arrival)
    {
        if (scribe.State.Subscription(arrival.Subscription) is not { } subscription || subscription.Kind != arrival.Kind)
            return Refusals.NotFound("subscription-not-found", "There is no such subscription.");
        if (subscription.State != WorkState.Waiting || Happening.IsOver(scribe, subscription.Instance))
            return Refusals.Conflict("subscription-closed", "Nothing waits for this here any more.");
        Happening.Match(scribe, subscription, arrival.Source, FeelJson.Plain(arrival.Payload));
        return null;
    }

    /// <summary>Records what became of something that the case threw.</summary>
    public static Refusal? Settle(Scribe scribe, Oversight.Facts.Fact settled)
    {
        scribe.Write(settled);
        return null;
    }

    /// <summary>A person starts activities of an ad-hoc sub-process.</summary>
    public static Refusal? Choose(Scribe scribe, ChooseActivities command)
    {
        if (scribe.State.Instance(command.Instance) is not { IsActive: true } instance || scribe.Visit(instance) is not
            { Element.Detail: AdHocSubProcess } visit || visit.IsBody)
            return Refusals.NotFound("ad-hoc-not-found", "There is no such active ad-hoc sub-process.");
        foreach (var choice in command.Elements)
            if (!visit.Element.Content.Entries.Any(entry => entry.Id == choice.Element))
                return Refusals.Invalid("no-such-activity", $"“{visit.Element.Label}” has no activity '{choice.Element}' to start. It has: "
                    + $"{string.Join(", ", visit.Element.Content.Entries.Select(entry => entry.Id))}.");
        scribe.Write(new AdHocChosen(instance.Number, command.Elements));
        visit.Behaviour.Resume(visit, Signal.Picked.Instance);
        return null;
    }

    public static Refusal? Record(Scribe scribe, RecordOutcome command)
    {
        if (command.Instance is { } number)
        {
            if (scribe.State.Instance(number) is not { } instance) return Refusals.NotFound("instance-not-found", "There is no such element instance.");
            if (instance.Decision is null) return Refusals.Conflict("not-decided", "Nothing was decided there, so there is nothing to compare with.");
        }

        scribe.Write(new OutcomeKnown(command.Instance, FeelJson.Plain(command.Truth), command.Note));
        return null;
    }
}

/// <summary>Something that a subscription may wait for.</summary>
/// <param name="Subscription">Its number.</param>
/// <param name="Kind">Message or signal.</param>
/// <param name="Source">Names the message or the signal.</param>
/// <param name="Payload">What comes with it.</param>
internal readonly record struct Arrival(int Subscription, SubscriptionKind Kind, string Source, FeelValue Payload);
