using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Checks;

/// <summary>Every element can be reached, and nothing is left unconnected beside start and end events (BPMN 2.0, 10.5.2, 10.5.3).</summary>
internal static class UnreachableElements
{
    private static readonly ModelRule NoIncoming = ModelRule.Error("no-incoming",
        "Beside a start event, everything else of its process or sub-process has an incoming flow, unless an event or a compensation starts it.",
        "Connect it, or remove it.", "10.5.2 Start event");

    private static readonly ModelRule NoOutgoing = ModelRule.Error("no-outgoing",
        "Beside an end event, everything else of its process or sub-process has an outgoing flow, unless it is an event sub-process or compensates.",
        "Connect it to what comes next, or to an end event.", "10.5.3 End event");

    private static readonly ModelRule Unreachable = ModelRule.Warning("unreachable", "Every element can be reached from a start.",
        "Connect it, or remove it.");

    public static Check Check { get; } = new(Run, [NoIncoming, NoOutgoing, Unreachable]);

    private static void Run(CheckSubject subject)
    {
        foreach (var scope in subject.Executed)
        {
            if (scope.Name == "process") CheckReach(subject, scope);
            if (scope.IsScope && scope.Name != "adHocSubProcess") CheckEnds(subject, scope);
        }
    }

    private static void CheckEnds(CheckSubject subject, ModelNode scope)
    {
        var nodes = scope.Children.Where(child => child.IsFlowNode).ToList();
        var hasStart = nodes.Exists(node => node.Name == "startEvent");
        var hasEnd = nodes.Exists(node => node.Name == "endEvent");
        foreach (var node in nodes)
        {
            if (hasStart && subject.Flows.Into(node).Count == 0 && !ScopeEntries.MayLackIncoming(subject, node))
                subject.Report(NoIncoming, node, $"Nothing leads to {node.Said}, although '{scope.Id}' has a start event.");
            var mayEnd = node.IsEvent || node.IsEventSubProcess || node.IsForCompensation;
            if (hasEnd && subject.Flows.OutOf(node).Count == 0 && !mayEnd)
                subject.Report(NoOutgoing, node, $"Nothing follows {node.Said}, although '{scope.Id}' has an end event.");
        }
    }

    private static void CheckReach(CheckSubject subject, ModelNode process)
    {
        var reached = ScopeEntries.Reach(subject, process);
        foreach (var node in IdIndex.Nodes(process))
        {
            if (!node.IsFlowNode || reached.Contains(node)) continue;
            // What has no incoming flow at all beside a start event is an error already.
            if (subject.Findings.Has(NoIncoming.Code, node.Line, node.Column)) continue;
            subject.Report(Unreachable, node, $"{node.Said} can never be reached.");
        }
    }
}
