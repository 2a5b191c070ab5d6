using Ninben.Bpmn.Elements.ExclusiveGateways;
using Ninben.Bpmn.Elements.ParallelGateways;
using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Checks;

/// <summary>Exclusive gateways always find a way out, and a default flow has no condition.</summary>
internal static class GatewayDefaults
{
    public static void Run(CheckSubject subject)
    {
        foreach (var element in subject.Elements)
        {
            if (element.Default?.Condition is not null)
                subject.Error("default-with-condition", $"The default flow '{element.Default.Id}' of '{element.Id}' has a condition.", element,
                    "Remove the condition, or make another flow the default.");
            if (element.Detail is ExclusiveGateway) CheckExclusive(subject, element);
            if (element.Detail is ParallelGateway && element.Outgoing.FirstOrDefault(flow => flow.Condition is not null) is { } conditional)
                subject.Warning("condition-ignored", $"The condition of '{conditional.Id}' has no effect: a parallel gateway takes all flows.",
                    element, "Use an exclusive gateway, or remove the condition.");
        }
    }

    private static void CheckExclusive(CheckSubject subject, Element gateway)
    {
        if (gateway.Outgoing.Length < 2) return;
        var open = gateway.Outgoing.Where(flow => flow.Condition is null && flow != gateway.Default).ToList();
        if (open.Count == 0 && gateway.Default is null)
            subject.Warning("no-default", $"The gateway '{gateway.Id}' has no default flow; when no condition holds, the case stops with an incident.",
                gateway, "Make one flow the default.");
        if (open.Count > 0 && (gateway.Default is not null || open.Count > 1 || gateway.Outgoing[^1] != open[0]))
            subject.Warning("flow-without-condition", $"The flow '{open[0].Id}' has no condition, so flows after it are never taken.", gateway,
                "Give it a condition, or make it the default.");
    }
}
