using System.Diagnostics;
using Ninben.Bpmn.Cases.Execution;

namespace Ninben.Bpmn.Elements.EndEvents;

/// <summary>Leaves without flows; the scope ends when this was its last path.</summary>
internal sealed class EndEventBehaviour : IElementBehaviour
{
    public void Enter(in Visit visit) => Lifecycle.Leave(visit);

    public void Resume(in Visit visit, Signal signal) => throw new UnreachableException(signal.ToString());
}
