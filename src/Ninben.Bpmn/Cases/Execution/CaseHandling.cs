using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Bpmn.Elements.BoundaryTimers;
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
        BoundaryTimerBehaviour.Fire(scribe, timer);
        return null;
    }

    public static Refusal? Retry(Scribe scribe, RetryIncident command)
    {
        if (scribe.State.Incident(command.Incident) is not { } incident) return Refusals.NotFound("incident-not-found", "There is no such incident.");
        if (!incident.IsOpen) return Refusals.Conflict("incident-resolved", "This incident is resolved already.");
        scribe.Write(new IncidentResolved(command.Incident, "retried"));
        Incidents.Retry(scribe.Visit(scribe.State.Instance(incident.Instance)!), incident.Code);
        return null;
    }

    public static Refusal? Cancel(Scribe scribe, CancelCase command)
    {
        if (scribe.State.IsClosed) return Refusals.CaseClosed();
        if (string.IsNullOrWhiteSpace(command.Reason)) return Refusals.Invalid("reason-needed", "Say why the case is cancelled.");
        Lifecycle.CancelInside(scribe, 0, "case cancelled");
        scribe.Write(new CaseClosed(CaseEnding.Cancelled, command.Reason));
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
