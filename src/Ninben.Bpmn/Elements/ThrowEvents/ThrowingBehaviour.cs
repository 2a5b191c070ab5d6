using System.Diagnostics;
using Ninben.Bpmn.Cases.Execution;
using Ninben.Bpmn.Events;
using Ninben.Bpmn.Events.Cancels;

namespace Ninben.Bpmn.Elements.ThrowEvents;

/// <summary>Intermediate throw and end events: cause what their definitions say, one after the other, and go on. What must be waited for comes last.</summary>
internal sealed class ThrowingBehaviour : IElementBehaviour
{
    public void Enter(in Visit visit)
    {
        var thrown = Thrown.Done;
        foreach (var definition in ((EventDetail)visit.Element.Detail).Definitions)
        {
            thrown = definition.Kind.Behaviour.Throw(visit, definition);
            if (thrown == Thrown.Stopped || !visit.Instance.IsActive) return;
        }

        if (thrown == Thrown.Done) Lifecycle.Leave(visit);
    }

    public void Resume(in Visit visit, Signal signal)
    {
        // The event is the scope of the compensation handlers that it started.
        if (signal is not Signal.ScopeEnded) throw new UnreachableException(signal.ToString());
        if (Compensating.Next(visit)) return;
        if (((EventDetail)visit.Element.Detail).Find<CancelDefinition>() is not null) Catching.CancelTransaction(visit);
        else Lifecycle.Leave(visit);
    }
}
