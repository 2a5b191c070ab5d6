using Ninben.Bpmn.Cases.Execution;
using Ninben.Bpmn.Elements;

namespace Ninben.Bpmn.Events.Escalations;

/// <summary>Tells the enclosing scopes; the path goes on unless what catches it interrupts.</summary>
internal sealed class EscalationBehaviour : IEventBehaviour
{
    public Thrown Throw(in Visit visit, EventDefinition definition)
    {
        Catching.Escalate(visit, ((EscalationDefinition)definition).Code);
        return visit.Instance.IsActive ? Thrown.Done : Thrown.Stopped;
    }
}
