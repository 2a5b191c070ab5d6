using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Checks;

/// <summary>Compensation stands beside the normal flow: a boundary event, an association, and an activity that is for compensation (BPMN 2.0, 10.7).</summary>
internal static class Compensations
{
    private static readonly ModelRule Flow = ModelRule.Error("compensation-in-flow",
        "Activities for compensation, and the boundary events that lead to them, have no sequence flows.",
        "Connect the boundary event to the activity by an association.", "10.7.1 Compensation handler");

    private static readonly ModelRule Handler = ModelRule.Error("compensation-handler",
        "A compensation boundary event is associated with one activity that is for compensation.",
        "Draw an association from the boundary event to an activity with isForCompensation=\"true\".", "10.7.1 Compensation handler");

    public static Check Check { get; } = new(Run, [Flow, Handler]);

    private static void Run(CheckSubject subject)
    {
        var associated = subject.Nodes.Where(node => node.Name == "association").ToLookup(node => node["sourceRef"]?.Trim(), StringComparer.Ordinal);
        foreach (var node in subject.Nodes)
        {
            var isBoundary = node.Name == "boundaryEvent" && EventTriggers.Of(subject, node) is ["compensate"];
            if (!node.IsForCompensation && !isBoundary) continue;
            if ((isBoundary ? [] : subject.Flows.Into(node)).Concat(subject.Flows.OutOf(node)).FirstOrDefault() is { } flow)
                subject.Report(Flow, node, $"{node.Said} compensates, but has the sequence flow '{flow.Id}'.");
            if (isBoundary) CheckHandler(subject, node, [.. associated[node.Id]]);
        }
    }

    private static void CheckHandler(CheckSubject subject, ModelNode boundary, List<ModelNode> associations)
    {
        var targets = associations.Select(association => subject.Ids.Find(association["targetRef"] ?? "")).OfType<ModelNode>()
            .Where(target => target.IsFlowNode).ToList();
        if (targets.Find(target => !target.IsForCompensation) is { } wrong)
            subject.Report(Handler, boundary, $"The compensation event '{boundary.Id}' leads to {wrong.Said}, which is not for compensation.");
        else if (targets.Count != 1)
            subject.Report(Handler, boundary, $"The compensation event '{boundary.Id}' is associated with {targets.Count} activities.");
    }
}
