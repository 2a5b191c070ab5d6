using System.Diagnostics;
using Ninben.Bpmn.Cases.Execution;
using Ninben.Oversight.Proposals;

namespace Ninben.Bpmn.Elements.UserTasks;

/// <summary>Opens a review of its subject and waits for the decision.</summary>
internal sealed class UserTaskBehaviour : IElementBehaviour
{
    public void Enter(in Visit visit)
    {
        var subject = ((UserTask)visit.Element.Detail).Subject?.Evaluate(visit.Variables, visit.At) ?? default;
        var state = visit.Scribe.State;
        HoldPoint.Propose(visit, ProposalRules.Bare(subject, new ProposalSource("process", state.Process, $"{state.ProcessVersion}")));
    }

    public void Resume(in Visit visit, Signal signal)
    {
        if (signal is not Signal.Settled) throw new UnreachableException(signal.ToString());
        Lifecycle.Leave(visit);
    }
}
