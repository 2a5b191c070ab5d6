using System.Diagnostics;
using Ninben.Bpmn.Cases.Execution;

namespace Ninben.Bpmn.Elements.StartEvents;

/// <summary>Goes on at once; what started it becomes its result.</summary>
internal sealed class StartEventBehaviour : IElementBehaviour
{
    public void Enter(in Visit visit) => Lifecycle.Leave(visit);

    public void Resume(in Visit visit, Signal signal)
    {
        if (signal is not Signal.Happened happened) throw new UnreachableException(signal.ToString());
        Variables.SetPayload(visit, happened.Payload);
        Lifecycle.Leave(visit);
    }
}
