using System.Diagnostics;
using Ninben.Bpmn.Cases.Execution;

namespace Ninben.Bpmn.Elements.InclusiveGateways;

/// <summary>BPMN 2.0, 13.4.3. As a join it waits here; <see cref="Joins"/> lets it go when nothing more can arrive.</summary>
internal sealed class InclusiveGatewayBehaviour : IElementBehaviour
{
    public void Enter(in Visit visit)
    {
        if (visit.Element.Incoming.Length <= 1) Lifecycle.Leave(visit);
    }

    public void Resume(in Visit visit, Signal signal) => throw new UnreachableException(signal.ToString());
}
