using Ninben.Bpmn.Cases.Execution;

namespace Ninben.Bpmn.Elements.BoundaryEvents;

/// <summary>Entered when what it watches for happened; goes on at once.</summary>
internal sealed class BoundaryEventBehaviour : IElementBehaviour
{
    public void Enter(in Visit visit) => Lifecycle.Leave(visit);

    public void Resume(in Visit visit, Signal signal)
    {
        if (signal is Signal.Happened happened) Variables.SetPayload(visit, happened.Payload);
        Lifecycle.Leave(visit);
    }
}
