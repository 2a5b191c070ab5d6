using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Checks;

/// <summary>Gateways that choose always find a way out; a default flow leaves its owner and has no condition (BPMN 2.0, 8.4.13, 10.6).</summary>
internal static class GatewayDefaults
{
    private static readonly ModelRule Conditional = ModelRule.Error("default-with-condition", "A default flow has no condition.",
        "Remove the condition, or make another flow the default.", "8.4.13 Sequence flow");

    private static readonly ModelRule NoDefault = ModelRule.Warning("no-default",
        "A gateway that chooses has a default flow; without one a case stops with an incident when no condition holds.",
        "Make one flow the default.", "10.6.2 Exclusive gateway");

    private static readonly ModelRule NoCondition = ModelRule.Warning("flow-without-condition",
        "Every flow out of an exclusive gateway has a condition or is its default.",
        "Give it a condition, or make it the default.", "10.6.2 Exclusive gateway");

    private static readonly ModelRule Ignored = ModelRule.Warning("condition-ignored",
        "Only activities and gateways that choose have conditions on their outgoing flows.",
        "Use an exclusive or inclusive gateway, or remove the condition.", "8.4.13 Sequence flow");

    public static Check Check { get; } = new(Run, [DanglingReferences.Dangling, Conditional, NoDefault, NoCondition, Ignored]);

    private static void Run(CheckSubject subject)
    {
        foreach (var node in subject.Nodes)
        {
            if (!node.IsFlowNode) continue;
            var outgoing = subject.Flows.OutOf(node);
            var fallback = Default(subject, node, outgoing);
            if (node.Name is "exclusiveGateway" or "inclusiveGateway") CheckChoice(subject, node, fallback);
            if (node.IsEvent || node.Name is "parallelGateway" or "eventBasedGateway")
                if (outgoing.FirstOrDefault(IsConditional) is { } conditional)
                    subject.Report(Ignored, node, $"The condition of '{conditional.Id}' has no effect: {node.Said} takes its flows without asking.");
        }
    }

    private static ModelNode? Default(CheckSubject subject, ModelNode node, IReadOnlyList<ModelNode> outgoing)
    {
        if (node.Attribute("default") is not { } attribute || subject.Ids.Find(attribute.Value) is not { Name: "sequenceFlow" } named) return null;
        if (!outgoing.Contains(named))
        {
            subject.Report(DanglingReferences.Dangling, node, $"The default flow '{named.Id}' of '{node.Id}' does not leave it.",
                "Name one of its outgoing flows.");
            return null;
        }

        if (IsConditional(named)) subject.Report(Conditional, node, $"The default flow '{named.Id}' of '{node.Id}' has a condition.");
        return named;
    }

    private static void CheckChoice(CheckSubject subject, ModelNode gateway, ModelNode? fallback)
    {
        var outgoing = subject.Flows.OutOf(gateway);
        if (outgoing.Count < 2) return;
        var open = outgoing.Where(flow => !IsConditional(flow) && flow != fallback).ToList();
        if (open.Count == 0 && fallback is null)
            subject.Report(NoDefault, gateway,
                $"The gateway '{gateway.Id}' has no default flow; when no condition holds, the case stops with an incident.");
        if (gateway.Name == "exclusiveGateway" && open.Count > 0 && (fallback is not null || open.Count > 1 || outgoing[^1] != open[0]))
            subject.Report(NoCondition, gateway, $"The flow '{open[0].Id}' has no condition, so flows after it are never taken.");
    }

    private static bool IsConditional(ModelNode flow) => flow.Child("conditionExpression") is { } condition && !string.IsNullOrWhiteSpace(condition.Text);
}
