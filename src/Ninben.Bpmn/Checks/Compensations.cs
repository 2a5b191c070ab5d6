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
        var handlers = Handlers(subject);
        foreach (var node in subject.Nodes)
        {
            var isBoundary = node.Name == "boundaryEvent" && EventTriggers.Of(subject, node) is ["compensate"];
            if (!node.IsForCompensation && !isBoundary) continue;
            if ((isBoundary ? [] : subject.Flows.Into(node)).Concat(subject.Flows.OutOf(node)).FirstOrDefault() is { } flow)
                subject.Report(Flow, node, $"{node.Said} compensates, but has the sequence flow '{flow.Id}'.");
            if (isBoundary) CheckHandler(subject, node, node.Id is { } id ? handlers.GetValueOrDefault(id) : default);
        }
    }

    /// <summary>By id of a boundary event: to how many things of the flow it is associated, and the first of them that is not for compensation.</summary>
    private static Dictionary<string, (int Count, ModelNode? Wrong)> Handlers(CheckSubject subject)
    {
        var handlers = new Dictionary<string, (int Count, ModelNode? Wrong)>(StringComparer.Ordinal);
        foreach (var node in subject.Nodes)
        {
            if (node.Name != "association" || node["sourceRef"]?.Trim() is not { } source) continue;
            if (subject.Ids.Find(node["targetRef"] ?? "") is not { IsFlowNode: true } target) continue;
            var (count, wrong) = handlers.GetValueOrDefault(source);
            handlers[source] = (count + 1, wrong ?? (target.IsForCompensation ? null : target));
        }

        return handlers;
    }

    private static void CheckHandler(CheckSubject subject, ModelNode boundary, (int Count, ModelNode? Wrong) handlers)
    {
        if (handlers.Wrong is { } wrong)
            subject.Report(Handler, boundary, $"The compensation event '{boundary.Id}' leads to {wrong.Said}, which is not for compensation.");
        else if (handlers.Count != 1)
            subject.Report(Handler, boundary, $"The compensation event '{boundary.Id}' is associated with {handlers.Count} activities.");
    }
}
