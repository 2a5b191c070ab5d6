using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Events.Escalations;

/// <summary>Reads <c>escalationRef</c> and the code of the escalation that it names.</summary>
internal static class EscalationReader
{
    public static EventDefinition? Read(ElementSource source, ModelNode definition)
    {
        if (definition["escalationRef"] is not { Length: > 0 } reference) return new EscalationDefinition(null);
        var escalation = source.Shared(reference);
        return new EscalationDefinition(escalation?["escalationCode"] is { Length: > 0 } code ? code : escalation?.Id ?? reference);
    }
}
