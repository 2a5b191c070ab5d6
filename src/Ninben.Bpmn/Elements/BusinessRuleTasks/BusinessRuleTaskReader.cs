using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.BusinessRuleTasks;

/// <summary>Reads <c>ninben:calledDecision</c>.</summary>
internal static class BusinessRuleTaskReader
{
    public static ElementDetail? Read(ElementSource source)
    {
        if (source.Node.Extension("calledDecision")?["decision"] is { Length: > 0 } decision) return new BusinessRuleTask(decision);
        source.Findings.Error("decision-id-missing", $"The business rule task '{source.Id}' does not name a decision.", source.Node,
            "Add <ninben:calledDecision decision=\"...\"/> to its extension elements.");
        return null;
    }
}
