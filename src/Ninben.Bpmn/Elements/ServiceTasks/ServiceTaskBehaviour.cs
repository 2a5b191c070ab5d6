using System.Diagnostics;
using Ninben.Bpmn.Cases.Execution;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Feel;
using Ninben.Oversight.Proposals;

namespace Ninben.Bpmn.Elements.ServiceTasks;

/// <summary>Asks for a job and waits. A proposal is judged; a plain value of a gated task is judged too, as a proposal without confidence.</summary>
internal sealed class ServiceTaskBehaviour : IElementBehaviour
{
    public void Enter(in Visit visit)
    {
        if (visit.Instance.Proposal is not null)
        {
            // A retry after a block: the work was done, only the judgement stands in the way.
            HoldPoint.Judge(visit);
            return;
        }

        var task = (ServiceTask)visit.Element.Detail;
        visit.Write(new JobCreated(visit.Scribe.State.NextNumber, visit.Number, task.Connector, visit.Evaluate(task.Inputs), task.Attempts,
            task.TimeoutSeconds));
    }

    public void Resume(in Visit visit, Signal signal)
    {
        switch (signal)
        {
            case Signal.Proposed proposed:
                HoldPoint.Propose(visit, proposed.Proposal);
                break;
            case Signal.Answered answered when visit.Element.Hold.Gate is null:
                if (((ServiceTask)visit.Element.Detail).Answer == AnswerForm.Whole) Variables.SetResult(visit, answered.Output);
                else if (answered.Output.Kind == FeelKind.Context) Variables.SetEntries(visit, answered.Output.AsContext());
                Lifecycle.Leave(visit);
                break;
            case Signal.Answered answered:
                var connector = ((ServiceTask)visit.Element.Detail).Connector;
                HoldPoint.Propose(visit, ProposalRules.Bare(answered.Output, new ProposalSource(connector, connector, "1")));
                break;
            case Signal.Settled:
                Lifecycle.Leave(visit);
                break;
            default:
                throw new UnreachableException(signal.ToString());
        }
    }
}
