using Ninben.Bpmn.Model;
using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Elements.BusinessRuleTasks;

/// <summary>Reads <c>ninben:calledDecision</c>.</summary>
internal static class BusinessRuleTaskReader
{
    public static ElementDetail? Read(ElementSource source)
    {
        if (source.Node.Extension("calledDecision")?["decision"] is { Length: > 0 } decision) return new BusinessRuleTask(decision);
        if (source.Node.Foreign("calledDecision", Namespaces.Zeebe)?["decisionId"] is { Length: > 0 } zeebe) return new BusinessRuleTask(zeebe);
        if (source.Node["camunda:decisionRef"] is { Length: > 0 } camunda) return new BusinessRuleTask(camunda);
        source.Findings.Error("decision-id-missing", $"The business rule task '{source.Id}' does not name a decision.", source.Node,
            "Add <ninben:calledDecision decision=\"...\"/> to its extension elements.");
        return null;
    }
}
