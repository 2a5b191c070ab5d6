using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Checks;

/// <summary>Nothing flows into a start or a boundary event, and nothing out of an end event (BPMN 2.0, 10.5.2 to 10.5.4).</summary>
internal static class EventConnections
{
    private static readonly ModelRule Start = ModelRule.Error("start-with-incoming", "Nothing flows into a start event.",
        "Put a gateway after the start event and flow into that.", "10.5.2 Start event");

    private static readonly ModelRule End = ModelRule.Error("end-with-outgoing", "Nothing flows out of an end event.",
        "Remove the flow, or use another kind of event.", "10.5.3 End event");

    private static readonly ModelRule Boundary = ModelRule.Error("boundary-with-incoming", "Nothing flows into a boundary event.",
        "Remove the flow.", "10.5.4 Intermediate event");

    private static readonly ModelRule NowhereAfter = ModelRule.Error("intermediate-without-outgoing",
        "An intermediate event in normal flow has an outgoing flow, unless it throws a link.",
        "Connect it to what comes next, or use an end event.", "10.5.4 Intermediate event");

    private static readonly ModelRule LostBoundary = ModelRule.Warning("boundary-without-outgoing",
        "A boundary event leads somewhere.", "Connect it to what should happen then.", "10.5.4 Intermediate event");

    public static Check Check { get; } = new(Run, [Start, End, Boundary, NowhereAfter, LostBoundary]);

    private static void Run(CheckSubject subject)
    {
        foreach (var node in subject.Nodes)
        {
            if (!node.IsEvent) continue;
            if (node.Name == "startEvent" && subject.Flows.Into(node) is [var into, ..])
                subject.Report(Start, node, $"The start event '{node.Id}' has an incoming flow, '{into.Id}'.");
            if (node.Name == "endEvent" && subject.Flows.OutOf(node) is [var outOf, ..])
                subject.Report(End, node, $"The end event '{node.Id}' has an outgoing flow, '{outOf.Id}'.");
            if (node.Name == "boundaryEvent") CheckBoundary(subject, node);
            if (node.Name is "intermediateCatchEvent" or "intermediateThrowEvent" && subject.Flows.OutOf(node).Count == 0
                && !(node.Name == "intermediateThrowEvent" && EventTriggers.Of(subject, node).Contains("link")))
                subject.Report(NowhereAfter, node, $"The intermediate event '{node.Id}' has no outgoing flow.");
        }
    }

    private static void CheckBoundary(CheckSubject subject, ModelNode node)
    {
        if (subject.Flows.Into(node) is [var into, ..])
            subject.Report(Boundary, node, $"The boundary event '{node.Id}' has an incoming flow, '{into.Id}'.");
        if (subject.Flows.OutOf(node).Count == 0 && !EventTriggers.Of(subject, node).Contains("compensate"))
            subject.Report(LostBoundary, node, $"The boundary event '{node.Id}' leads nowhere.");
    }
}
