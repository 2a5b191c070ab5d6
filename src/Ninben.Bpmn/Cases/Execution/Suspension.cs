using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Bpmn.Elements;

namespace Ninben.Bpmn.Cases.Execution;

/// <summary>
/// A case that a person stopped: nothing begins, nothing is sent, no one judges. What was running already may answer, and what follows from the
/// answer waits. Resuming does what waited, oldest first, as if each had come just now.
/// </summary>
internal static class Suspension
{
    /// <summary>What a command is told that would make a suspended case go on.</summary>
    public static Refusal Refuse() => Refusals.Conflict("case-suspended", "The case is suspended. It goes on when an owner resumes it.");

    public static Refusal? Suspend(Scribe scribe, SuspendCase command)
    {
        if (Refusals.Reason(command.Reason, "the case is suspended") is { } refusal) return refusal;
        if (scribe.State.IsClosed) return Refusals.CaseClosed();
        if (scribe.State.IsSuspended) return Refusals.Conflict("already-suspended", "The case is suspended already.");
        scribe.Write(new CaseSuspended(command.Reason));
        return null;
    }

    public static Refusal? Resume(Scribe scribe, ResumeCase command)
    {
        var state = scribe.State;
        if (state.IsClosed) return Refusals.CaseClosed();
        if (!state.IsSuspended) return Refusals.Conflict("not-suspended", "The case is not suspended.");
        var (answers, steps) = (state.Postponed, state.Active.Where(instance => instance.IsPostponed is true).ToArray());
        scribe.Write(new CaseResumed(command.Reason));
        foreach (var answer in answers)
        {
            Deliver(scribe, answer);
            Lifecycle.Run(scribe);
        }

        foreach (var instance in steps)
        {
            if (!instance.IsActive || state.IsClosed) continue;
            Lifecycle.Begin(scribe.Visit(instance));
            Lifecycle.Run(scribe);
        }

        // Variables may have been edited meanwhile.
        scribe.ConditionsMayHold = state.HasOpenConditions;
        return null;
    }

    private static void Deliver(Scribe scribe, AnswerPostponed answer)
    {
        var state = scribe.State;
        switch (state.Item(answer.Item))
        {
            case JobItem job when state.Instance(job.Instance) is { IsActive: true } instance && instance.Job == job.Number:
                JobHandling.Deliver(scribe.Visit(instance), answer);
                break;
            case ActionItem action when state.Instance(action.Instance) is { IsActive: true } instance && instance.Action == action.Number:
                var visit = scribe.Visit(instance);
                visit.Behaviour.Resume(visit, new Signal.Performed(answer.Value));
                break;
            case SubscriptionItem subscription when !Happening.IsOver(scribe, subscription.Instance):
                var waiting = scribe.ElementAt(subscription.Instance, subscription.Element);
                Happening.Happen(scribe, new Happened(subscription.Instance, waiting, answer.Value));
                break;
        }
    }
}
