using System.Diagnostics;
using Ninben.Bpmn.Cases.Execution;
using Ninben.Bpmn.Events;
using Ninben.Bpmn.Events.Links;

namespace Ninben.Bpmn.Elements.CatchEvents;

/// <summary>Waits; a catching link is only ever jumped to and goes on at once.</summary>
internal sealed class CatchEventBehaviour : IElementBehaviour
{
    public void Enter(in Visit visit)
    {
        if (((EventDetail)visit.Element.Detail).Find<LinkDefinition>() is not null) Lifecycle.Leave(visit);
        else Arming.TryArm(visit.Scribe, visit.Number, visit.Element);
    }

    public void Resume(in Visit visit, Signal signal)
    {
        if (signal is not Signal.Happened happened) throw new UnreachableException(signal.ToString());
        Variables.SetPayload(visit, happened.Payload);
        Lifecycle.Leave(visit);
    }
}
