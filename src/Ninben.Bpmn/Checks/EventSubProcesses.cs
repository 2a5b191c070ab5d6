using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Checks;

/// <summary>An event sub-process begins by itself, at its one start event (BPMN 2.0, 10.3.5).</summary>
internal static class EventSubProcesses
{
    private static readonly ModelRule Flow = ModelRule.Error("event-sub-process-flow", "An event sub-process has no incoming or outgoing flow.",
        "Remove the flow, or triggeredByEvent=\"true\".", "10.3.5 Sub-process");

    private static readonly ModelRule Start = ModelRule.Error("event-sub-process-start", "An event sub-process has exactly one start event.",
        "Keep one start event, with a trigger.", "10.3.5 Sub-process");

    public static Check Check { get; } = new(Run, [Flow, Start]);

    private static void Run(CheckSubject subject)
    {
        foreach (var node in subject.Nodes)
        {
            if (!node.IsEventSubProcess) continue;
            if (subject.Flows.Into(node).Concat(subject.Flows.OutOf(node)).FirstOrDefault() is { } flow)
                subject.Report(Flow, node, $"The event sub-process '{node.Id}' is connected by '{flow.Id}'.");
            var starts = node.Bpmn("startEvent").Count();
            if (starts != 1) subject.Report(Start, node, $"The event sub-process '{node.Id}' has {starts} start events.");
        }
    }
}
