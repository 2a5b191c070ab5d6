using System.Globalization;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Bpmn.Elements;
using Ninben.Feel;

namespace Ninben.Bpmn.Cases.Execution;

/// <summary>Sending actions: the attempt is a fact before anything leaves.</summary>
internal static class ActionHandling
{
    public static Refusal? Start(Scribe scribe, StartAction command)
    {
        if (scribe.State.Action(command.Action) is not { } action) return NotFound();
        if (action.State is not (WorkState.Waiting or WorkState.Sending)) return Closed();
        if (command.PayloadHash != action.Act)
            return Refusals.Conflict("payload-mismatch",
                $"The payload hashes to {command.PayloadHash}, but what was decided hashes to {action.Act}. Nothing may be sent.");
        // An action found in sending lost its sender; the same key goes out again.
        if (action.State == WorkState.Waiting && scribe.Stamp.At < action.SendAt)
            return Refusals.Conflict("not-due", string.Create(CultureInfo.InvariantCulture,
                $"The action may be sent at {action.SendAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}, not before."));
        scribe.Write(new ActionAttempted(command.Action, action.Attempt + 1));
        return null;
    }

    public static Refusal? Finish(Scribe scribe, FinishAction command)
    {
        if (scribe.State.Action(command.Action) is not { } action) return NotFound();
        if (Answerable(action, command.Attempt) is { } refusal) return refusal;
        var response = FeelJson.Plain(command.Response);
        scribe.Write(new ActionDone(command.Action, response));
        // The instance may have been interrupted while the action was on its way; the fact is recorded all the same.
        if (scribe.State.Instance(action.Instance) is { IsActive: true } instance && instance.Action == action.Number)
        {
            if (instance.Incident != 0) scribe.Write(new IncidentResolved(instance.Incident, "the receiver confirmed after all"));
            if (scribe.State.IsSuspended)
            {
                scribe.Write(new AnswerPostponed(command.Action, response));
                return null;
            }

            var visit = scribe.Visit(instance);
            visit.Behaviour.Resume(visit, new Signal.Performed(response));
        }

        return null;
    }

    public static Refusal? Fail(Scribe scribe, FailAction command)
    {
        if (scribe.State.Action(command.Action) is not { } action) return NotFound();
        if (action.State != WorkState.Sending) return Closed();
        if (command.Attempt != action.Attempt) return Stale(command.Attempt, action.Attempt);
        var isWanted = scribe.State.Instance(action.Instance) is { IsActive: true };
        var mayRetry = isWanted && command.Retryable && command.Attempt < action.Attempts;
        scribe.Write(new ActionFailed(command.Action, command.Attempt, command.Message, mayRetry
            ? scribe.Stamp.At + CaseLimits.Backoff(command.Attempt) : null));
        if (isWanted && !mayRetry)
        {
            var visit = scribe.Visit(scribe.State.Instance(action.Instance)!);
            Incidents.Raise(visit, Incidents.ActionFailed, $"“{visit.Element.Label}” failed at attempt {command.Attempt}: {command.Message}");
        }

        return null;
    }

    private static Refusal? Answerable(ActionItem action, int attempt)
    {
        if (action.State is WorkState.Done or WorkState.Cancelled || action.Attempt == 0) return Closed();
        return attempt < 1 || attempt > action.Attempt ? Stale(attempt, action.Attempt) : null;
    }

    private static Refusal NotFound() => Refusals.NotFound("action-not-found", "There is no such action.");

    private static Refusal Closed() => Refusals.Conflict("action-closed", "The action is not being sent.");

    private static Refusal Stale(int attempt, int current) => Refusals.Conflict("stale-attempt", $"Attempt {attempt} is not the current one, {current}.");
}
