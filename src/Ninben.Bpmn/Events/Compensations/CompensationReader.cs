using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Events.Compensations;

/// <summary>Reads <c>activityRef</c>.</summary>
internal static class CompensationReader
{
    public static EventDefinition? Read(ElementSource source, ModelNode definition) =>
        new CompensationDefinition(definition["activityRef"] is { Length: > 0 } activity ? ElementSource.Local(activity) : null);
}
