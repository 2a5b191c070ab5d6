using Ninben.Bpmn.Cases.Execution;
using Ninben.Bpmn.Elements;

namespace Ninben.Bpmn.Events.Errors;

/// <summary>Throws a BPMN error out of an end event; who catches it is looked for then.</summary>
internal sealed class ErrorBehaviour : IEventBehaviour
{
    public Thrown Throw(in Visit visit, EventDefinition definition)
    {
        var code = ((ErrorDefinition)definition).Code ?? "error";
        Catching.Throw(visit, code, $"“{visit.Element.Label}” ended with the error '{code}', and nothing catches it.", Incidents.ErrorUncaught);
        return Thrown.Stopped;
    }
}
