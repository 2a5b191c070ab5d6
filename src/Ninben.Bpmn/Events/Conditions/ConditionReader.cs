using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Events.Conditions;

/// <summary>Reads <c>condition</c>.</summary>
internal static class ConditionReader
{
    public static EventDefinition? Read(ElementSource source, ModelNode definition)
    {
        if (definition.Child("condition") is { } condition && !string.IsNullOrWhiteSpace(condition.Text))
            return source.CompileText(condition) is { } expression ? new ConditionDefinition(expression) : null;
        source.Findings.Error("condition-missing", $"The conditional event '{source.Id}' has no condition.", source.Node,
            "Add <bpmn:condition>...</bpmn:condition>.");
        return null;
    }
}
