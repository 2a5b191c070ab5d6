using System.Diagnostics;
using Ninben.Bpmn.Cases.Execution;

namespace Ninben.Bpmn.Elements.EventGateways;

/// <summary>BPMN 2.0, 13.4.4: the first event takes the token over its flow, and the others are no longer waited for.</summary>
internal sealed class EventGatewayBehaviour : IElementBehaviour
{
    public void Enter(in Visit visit)
    {
        foreach (var flow in visit.Element.Outgoing)
            if (!Arming.TryArm(visit.Scribe, visit.Number, flow.Target)) return;
    }

    public void Resume(in Visit visit, Signal signal) => throw new UnreachableException(signal.ToString());
}
