using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Events.Errors;

/// <summary>Reads <c>errorRef</c> and the code of the error that it names.</summary>
internal static class ErrorReader
{
    public static EventDefinition? Read(ElementSource source, ModelNode definition)
    {
        if (source.Node.Name == "boundaryEvent" && source.Node["cancelActivity"] is "false" or "0")
            source.Findings.Error("error-not-interrupting", "An error boundary event always interrupts.", source.Node, "Remove cancelActivity=\"false\".");
        if (definition["errorRef"] is not { Length: > 0 } reference) return new ErrorDefinition(null);
        // A reference that names nothing is reported by the check of dangling references, with its own position.
        var error = source.Shared(reference);
        return new ErrorDefinition(error?["errorCode"] is { Length: > 0 } code ? code : error?.Id ?? reference);
    }
}
