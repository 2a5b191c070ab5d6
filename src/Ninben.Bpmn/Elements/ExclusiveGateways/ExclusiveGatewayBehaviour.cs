using System.Diagnostics;
using Ninben.Bpmn.Cases.Execution;

namespace Ninben.Bpmn.Elements.ExclusiveGateways;

/// <summary>Goes on at once over the first flow whose condition holds, else over the default.</summary>
internal sealed class ExclusiveGatewayBehaviour : IElementBehaviour
{
    public void Enter(in Visit visit) => Lifecycle.Leave(visit);

    public void Resume(in Visit visit, Signal signal) => throw new UnreachableException(signal.ToString());

    public bool Leave(in Visit visit, List<string> flows) => FlowChoice.FirstThatHolds(visit, flows);
}
