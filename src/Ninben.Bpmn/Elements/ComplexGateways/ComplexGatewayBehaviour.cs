using System.Diagnostics;
using Ninben.Bpmn.Cases.Execution;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Model;
using Ninben.Feel;

namespace Ninben.Bpmn.Elements.ComplexGateways;

/// <summary>
/// BPMN 2.0, 13.4.5. Goes on as soon as its activation condition holds; then it takes in, without going on again, every token that can still
/// arrive, until nothing more can (<see cref="Joins"/>). At that reset only flows whose condition speaks of <c>waitingForStart</c> are considered.
/// </summary>
internal sealed class ComplexGatewayBehaviour : IElementBehaviour
{
    private const string WaitingForStart = "waitingForStart";

    public void Enter(in Visit visit)
    {
        if (visit.Element.Incoming.Length <= 1)
        {
            Lifecycle.Leave(visit);
            return;
        }

        var waiting = Joins.WaitingAt(visit.Scribe, visit.Instance);
        // A token that comes before the reset is taken in there.
        if (waiting.Exists(other => other.IsActivated)) return;
        var count = FeelContext.Empty.With("activationCount", FeelValue.From((decimal)waiting.Count));
        // One that has others' tokens already was activated, found no flow, and tries again.
        if (visit.Instance.IsJoined is null && ((ComplexGateway)visit.Element.Detail).Activation is { } condition && !Holds(visit, condition, count)) return;
        foreach (var other in waiting)
            if (other.Number != visit.Number) visit.Write(new ElementLeft(other.Number, [], visit.Number));

        var flows = new List<string>();
        var isFirst = FeelContext.Empty.With(WaitingForStart, FeelValue.True);
        foreach (var flow in visit.Element.Outgoing)
            if (flow != visit.Element.Default && (flow.Condition is null || Holds(visit, flow.Condition, isFirst))) flows.Add(flow.Id);
        if (flows.Count == 0 && visit.Element.Default is { } fallback) flows.Add(fallback.Id);
        if (flows.Count == 0)
        {
            Incidents.Raise(visit, Incidents.NoFlow, $"No condition of the flows out of “{visit.Element.Label}” holds, and there is no default flow.");
            return;
        }

        visit.Write(new GatewayActivated(visit.Number, [.. flows]));
        Lifecycle.Take(visit, flows);
    }

    public void Resume(in Visit visit, Signal signal) => throw new UnreachableException(signal.ToString());

    public bool Leave(in Visit visit, List<string> flows)
    {
        if (visit.Element.Incoming.Length <= 1) return FlowChoice.AllThatHold(visit, flows);
        var isReset = FeelContext.Empty.With(WaitingForStart, FeelValue.False);
        foreach (var flow in visit.Element.Outgoing)
            if (flow.Condition is { } condition && condition.Text.Contains(WaitingForStart, StringComparison.Ordinal) && Holds(visit, condition, isReset))
                flows.Add(flow.Id);
        return true;
    }

    private static bool Holds(in Visit visit, FeelExpression condition, FeelContext own) =>
        ModelExpression.Holds(condition, visit.Variables.With(own), visit.At);
}
