using System.Diagnostics;
using Ninben.Bpmn.Cases.Execution;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Bpmn.Model;

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

    /// <summary>
    /// When only waiting joins are left in a scope, nothing can arrive any more. Surplus tokens of a join that has fired end; a join that
    /// never fired is a fault of the model and becomes an incident. True when tokens ended.
    /// </summary>
    public static bool ReleaseStuck(Scribe scribe, int scope)
    {
        var state = scribe.State;
        foreach (var instance in state.Active)
            if (instance.Scope == scope && (instance.Incident != 0 || !IsWaitingJoin(scribe.ModelOf(instance)))) return false;
        var ended = false;
        for (var i = state.Active.Count - 1; i >= 0; i--)
        {
            var instance = state.Active[i];
            if (instance.Scope != scope) continue;
            if (HasFired(state, instance))
            {
                scribe.Write(new ElementCancelled(instance.Number, "surplus"));
                ended = true;
            }
            else
            {
                Incidents.Raise(scribe.Visit(instance), Incidents.JoinStuck,
                    $"“{scribe.ModelOf(instance).Label}” waits for a path that can no longer arrive. Paths out of an exclusive gateway must not be " +
                        $"joined by a parallel one.");
            }
        }

        return ended;
    }

    private static bool IsWaitingJoin(Element element) => element.Detail is ParallelGateway && element.Incoming.Length > 1;

    private static bool HasFired(Cases.CaseState state, ElementInstance waiting)
    {
        foreach (var item in state.Items)
            if (item is ElementInstance { State: InstanceState.Completed } other && other.Scope == waiting.Scope
                && other.Element == waiting.Element) return true;
        return false;
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
