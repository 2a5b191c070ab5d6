using System.Diagnostics;
using Ninben.Bpmn.Cases.Execution;

namespace Ninben.Bpmn.Elements.StartEvents;

/// <summary>Goes on at once.</summary>
internal sealed class StartEventBehaviour : IElementBehaviour
{
    public void Enter(in Visit visit) => Lifecycle.Leave(visit);

    public void Resume(in Visit visit, Signal signal) => throw new UnreachableException(signal.ToString());
}
