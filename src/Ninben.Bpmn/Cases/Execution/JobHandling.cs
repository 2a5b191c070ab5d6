using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Bpmn.Elements;
using Ninben.Feel;
using Ninben.Oversight.Proposals;

namespace Ninben.Bpmn.Cases.Execution;

/// <summary>Answers of outside work.</summary>
internal static class JobHandling
{
    public static Refusal? Complete(Scribe scribe, CompleteJob command)
    {
        if (Check(scribe, command.Job, command.Attempt) is { } refusal) return refusal;
        var output = FeelJson.Plain(command.Output);
        scribe.Write(new JobCompleted(command.Job, output));
        Answered(scribe, new AnswerPostponed(command.Job, output));
        return null;
    }

    public static Refusal? Propose(Scribe scribe, ProposeForJob command)
    {
        if (Check(scribe, command.Job, command.Attempt) is { } refusal) return refusal;
        var proposal = ProposalRules.Plain(command.Proposal);
        scribe.Write(new JobCompleted(command.Job, proposal.Answer));
        Answered(scribe, new AnswerPostponed(command.Job, default, proposal));
        return null;
    }

    public static Refusal? Throw(Scribe scribe, ThrowJobError command)
    {
        if (Check(scribe, command.Job, command.Attempt) is { } refusal) return refusal;
        scribe.Write(new JobCompleted(command.Job, default));
        Answered(scribe, new AnswerPostponed(command.Job, default, null, command.Code, command.Message));
        return null;
    }

    public static Refusal? Fail(Scribe scribe, FailJob command)
    {
        if (Check(scribe, command.Job, command.Attempt) is { } refusal) return refusal;
        var job = scribe.State.Job(command.Job)!;
        var mayRetry = command.Retryable && command.Attempt < job.Attempts;
        scribe.Write(new JobFailed(command.Job, command.Attempt, command.Message, mayRetry ? scribe.Stamp.At + CaseLimits.Backoff(command.Attempt) : null));
        if (!mayRetry)
        {
            var visit = scribe.Visit(scribe.State.Instance(job.Instance)!);
            Incidents.Raise(visit, Incidents.JobFailed, $"“{visit.Element.Label}” failed at attempt {command.Attempt}: {command.Message}");
        }

        return null;
    }

    private static Refusal? Check(Scribe scribe, int number, int attempt)
    {
        if (scribe.State.Job(number) is not { } job) return Refusals.NotFound("job-not-found", "There is no such job.");
        if (job.State != WorkState.Waiting) return Refusals.Conflict("job-closed", "The job is not waiting any more.");
        return attempt > job.Failures ? null : Refusals.Conflict("stale-attempt", $"Attempt {attempt} of this job was reported as failed already.");
    }

    /// <summary>Hands an answer to the element that asked.</summary>
    public static void Deliver(in Visit visit, AnswerPostponed answer)
    {
        if (answer.Error is { } code) Catching.Throw(visit, code, answer.Message, Incidents.ErrorUncaught);
        else visit.Behaviour.Resume(visit, answer.Proposal is { } proposal ? new Signal.Proposed(proposal) : new Signal.Answered(answer.Value));
    }

    private static void Answered(Scribe scribe, AnswerPostponed answer)
    {
        if (scribe.State.IsSuspended) scribe.Write(answer);
        else Deliver(scribe.Visit(scribe.State.Instance(scribe.State.Job(answer.Item)!.Instance)!), answer);
    }
}
