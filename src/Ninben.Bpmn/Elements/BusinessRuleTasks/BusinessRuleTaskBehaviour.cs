using System.Diagnostics;
using Ninben.Bpmn.Cases.Execution;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Feel;
using Ninben.Oversight.Proposals;

namespace Ninben.Bpmn.Elements.BusinessRuleTasks;

/// <summary>Evaluates the newest version of its decision and records inputs, output and matched rules, so that replay never evaluates again.</summary>
internal sealed class BusinessRuleTaskBehaviour : IElementBehaviour
{
    public void Enter(in Visit visit)
    {
        var id = ((BusinessRuleTask)visit.Element.Detail).Decision;
        if (visit.Scribe.Models.Decision(id) is not { } found)
        {
            Incidents.Raise(visit, Incidents.DecisionMissing, $"The decision '{id}' is not deployed. Deploy it and retry.");
            return;
        }

        var result = found.Decision.Evaluate(visit.Variables);
        var output = FeelJson.Plain(result.Output);
        var inputs = FeelJson.Plain(FeelValue.From(result.Inputs)).AsContext();
        visit.Write(new DecisionEvaluated(visit.Number, found.Ref, inputs, output, Rules.Matched(result), Rules.Notes(result)));
        if (visit.Element.Hold.Gate is not null)
        {
            HoldPoint.Propose(visit, ProposalRules.Bare(output, new ProposalSource("rules", id, $"{found.Ref.Version}")));
            return;
        }

        Variables.SetResult(visit, output);
        Lifecycle.Leave(visit);
    }

    public void Resume(in Visit visit, Signal signal)
    {
        if (signal is not Signal.Settled) throw new UnreachableException(signal.ToString());
        Lifecycle.Leave(visit);
    }
}
