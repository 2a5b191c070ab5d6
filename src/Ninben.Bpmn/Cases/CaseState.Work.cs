using System.Diagnostics;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Oversight.Facts;

namespace Ninben.Bpmn.Cases;

/// <content>Folding of jobs, timers and actions.</content>
public sealed partial class CaseState
{
    private void ApplyWork(Fact fact, Stamp stamp)
    {
        switch (fact)
        {
            case JobCreated job:
                Put(job.Job, new JobItem { Number = job.Job, Instance = job.Instance, Connector = job.Connector, Attempts = job.Attempts });
                Known(job.Instance).Job = job.Job;
                break;
            case JobCompleted completed:
                Job(completed.Job)!.State = WorkState.Done;
                break;
            case JobFailed failed when Job(failed.Job) is { } job:
                (job.Failures, job.RetryAt, job.State) = (failed.Attempt, failed.RetryAt, failed.RetryAt is null ? WorkState.Failed : WorkState.Waiting);
                break;
            case JobCancelled cancelled:
                Job(cancelled.Job)!.State = WorkState.Cancelled;
                break;
            case TimerSet timer:
                Apply(timer);
                break;
            case TimerFired fired:
                Timer(fired.Timer)!.State = WorkState.Done;
                break;
            case TimerCancelled cancelled:
                Timer(cancelled.Timer)!.State = WorkState.Cancelled;
                break;
            default:
                ApplyAction(fact, stamp);
                break;
        }
    }

    private void ApplyAction(Fact fact, Stamp stamp)
    {
        switch (fact)
        {
            case ActionRequested requested:
                Apply(requested);
                break;
            case ActionAttempted attempted when Action(attempted.Action) is { } action:
                (action.State, action.Attempt, action.AttemptedAt) = (WorkState.Sending, attempted.Attempt, stamp.At);
                break;
            case ActionDone done:
                Action(done.Action)!.State = WorkState.Done;
                break;
            case ActionFailed failed when Action(failed.Action) is { } action:
                (action.State, action.LastError) = (failed.RetryAt is null ? WorkState.Failed : WorkState.Waiting, failed.Message);
                if (failed.RetryAt is { } retry) action.SendAt = retry;
                break;
            case ActionCancelled cancelled:
                Action(cancelled.Action)!.State = WorkState.Cancelled;
                break;
            default:
                throw new UnreachableException($"{fact.GetType().Name} of case {Id} is not folded.");
        }
    }

    private void Apply(ActionRequested requested)
    {
        Put(requested.Action, new ActionItem
        {
            Number = requested.Action,
            Instance = requested.Instance,
            Connector = requested.Connector,
            Payload = requested.Payload,
            Act = requested.Act,
            Key = requested.Key,
            SendAt = requested.SendAt,
            DecidedBy = requested.DecidedBy,
            Attempts = requested.Attempts,
        });
        Known(requested.Instance).Action = requested.Action;
    }
}
