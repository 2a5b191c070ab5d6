using System.Collections.Immutable;
using System.Diagnostics;
using Ninben.Bpmn.Cases.Execution;
using Ninben.Bpmn.Model;
using Ninben.Feel;
using Ninben.Oversight.Proposals;

namespace Ninben.Bpmn.Elements.ScriptTasks;

/// <summary>Evaluates inside decide. With a gate the value is a proposal: <c>{answer, confidence?, reasons?}</c>, or the whole value as the answer.</summary>
internal sealed class ScriptTaskBehaviour : IElementBehaviour
{
    public void Enter(in Visit visit)
    {
        var value = FeelJson.Plain(ModelExpression.Evaluate(((ScriptTask)visit.Element.Detail).Script, visit.Variables, visit.At));
        if (!Variables.IsUsable(value))
        {
            Incidents.Raise(visit, Incidents.ResultUnusable, $"The result of “{visit.Element.Label}” is nested too deep.");
            return;
        }

        if (visit.Element.Hold.Gate is not null)
        {
            HoldPoint.Propose(visit, AsProposal(visit, value));
            return;
        }

        Variables.SetResult(visit, value);
        Lifecycle.Leave(visit);
    }

    public void Resume(in Visit visit, Signal signal)
    {
        if (signal is not Signal.Settled) throw new UnreachableException(signal.ToString());
        Lifecycle.Leave(visit);
    }

    private static Proposal AsProposal(in Visit visit, FeelValue value)
    {
        var state = visit.Scribe.State;
        var source = new ProposalSource("script", state.Process, $"{state.ProcessVersion}");
        if (value.Kind != FeelKind.Context || !value.AsContext().ContainsKey("answer")) return ProposalRules.Bare(value, source);
        // A script can only state how sure it is; what was measured for it comes from a calibration, never from the script itself.
        var confidence = value["confidence"] is { Kind: FeelKind.Number } number && number.AsNumber() is >= 0 and <= 1
            ? new Confidence(decimal.Round(number.AsNumber(), 4))
            : null;
        return ProposalRules.Bare(value["answer"], source) with { Confidence = confidence, Reasons = Reasons(value["reasons"]) };
    }

    private static ImmutableArray<Reason> Reasons(FeelValue value)
    {
        if (value.Kind != FeelKind.List) return [];
        var reasons = ImmutableArray.CreateBuilder<Reason>();
        foreach (var item in value.AsList())
        {
            var code = item.Kind == FeelKind.String ? item : item["code"];
            if (code.Kind != FeelKind.String) continue;
            reasons.Add(new Reason(code.AsString(), item["text"].Kind == FeelKind.String ? item["text"].AsString() : code.AsString()));
        }

        return reasons.ToImmutable();
    }
}
