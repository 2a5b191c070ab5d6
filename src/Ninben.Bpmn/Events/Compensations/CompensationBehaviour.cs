using Ninben.Bpmn.Cases.Execution;
using Ninben.Bpmn.Elements;

namespace Ninben.Bpmn.Events.Compensations;

/// <summary>Runs the handlers of completed work, newest first, and waits for them.</summary>
internal sealed class CompensationBehaviour : IEventBehaviour
{
    public Thrown Throw(in Visit visit, EventDefinition definition) => Compensating.Next(visit) ? Thrown.Waits : Thrown.Done;
}
