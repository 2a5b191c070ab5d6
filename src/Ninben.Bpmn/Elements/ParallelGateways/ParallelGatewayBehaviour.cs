using System.Diagnostics;
using Ninben.Bpmn.Cases.Execution;
using Ninben.Bpmn.Cases.Facts;

namespace Ninben.Bpmn.Elements.ParallelGateways;

/// <summary>
/// BPMN 2.0, 13.4.1. Every arriving token is an instance of its own that waits until there is one for each incoming flow; then the last
/// one goes on and the others end. A token that arrives twice over one flow waits for the next round.
/// </summary>
internal sealed class ParallelGatewayBehaviour : IElementBehaviour
{
    public void Enter(in Visit visit)
    {
        var incoming = visit.Element.Incoming;
        if (incoming.Length <= 1)
        {
            Lifecycle.Leave(visit);
            return;
        }

        var partners = new int[incoming.Length];
        if (!TryFindPartners(visit, partners))
        {
            visit.Scribe.CheckScope(visit.Instance.Scope);
            return;
        }

        foreach (var partner in partners)
            if (partner != visit.Number) visit.Write(new ElementLeft(partner, [], visit.Number));
        Lifecycle.Leave(visit);
    }

    public void Resume(in Visit visit, Signal signal) => throw new UnreachableException(signal.ToString());

    public bool Leave(in Visit visit, List<string> flows)
    {
        foreach (var flow in visit.Element.Outgoing) flows.Add(flow.Id);
        return true;
    }

    /// <summary>The oldest waiting token of each incoming flow; false when a flow has none.</summary>
    private static bool TryFindPartners(in Visit visit, int[] partners)
    {
        var incoming = visit.Element.Incoming;
        var missing = incoming.Length;
        foreach (var waiting in visit.Scribe.State.Active)
        {
            if (waiting.Scope != visit.Instance.Scope || waiting.Element != visit.Instance.Element || waiting.Incident != 0) continue;
            for (var i = 0; i < incoming.Length; i++)
            {
                if (partners[i] != 0 || incoming[i].Id != waiting.Flow) continue;
                partners[i] = waiting.Number;
                missing--;
                break;
            }
        }

        return missing == 0;
    }
}
