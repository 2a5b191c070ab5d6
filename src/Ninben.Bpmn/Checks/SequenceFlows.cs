using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Checks;

/// <summary>A sequence flow connects two nodes of one scope (BPMN 2.0, 7.6.1, 8.4.13).</summary>
internal static class SequenceFlows
{
    private static readonly ModelRule Crosses = ModelRule.Error("flow-crosses-scope",
        "A sequence flow stays inside one process and one sub-process.", "Sequence flows stay inside one sub-process; pools exchange messages.",
        "7.6.1 Sequence flow connections");

    // Some tools write it on every flow; nothing else happens between the ends here, so it does no harm.
    private static readonly ModelRule NotImmediate = ModelRule.Warning("flow-not-immediate",
        "In an executable process nothing happens between the two ends of a sequence flow: isImmediate is not false.",
        "Remove isImmediate=\"false\".", "8.4.13 Sequence flow");

    public static Check Check { get; } = new(Run, [DanglingReferences.Dangling, Crosses, NotImmediate]);

    private static void Run(CheckSubject subject)
    {
        foreach (var flow in subject.Nodes)
        {
            if (flow.Name != "sequenceFlow") continue;
            foreach (var end in (string[])["sourceRef", "targetRef"])
                if (flow[end] is null) subject.Report(DanglingReferences.Dangling, flow, $"The sequence flow '{flow.Id}' has no {end}.");
            if (subject.Flows.Source(flow) is { } source && subject.Flows.Target(flow) is { } target)
                CheckScope(subject, flow, source.Parent != flow.Parent ? source : target);
        }

        foreach (var flow in subject.Executable)
            if (flow.Name == "sequenceFlow" && flow.Denies("isImmediate"))
                subject.Report(NotImmediate, flow, $"The sequence flow '{flow.Id}' says isImmediate=\"false\".");
    }

    private static void CheckScope(CheckSubject subject, ModelNode flow, ModelNode end)
    {
        if (end.Parent == flow.Parent) return;
        var border = end.IsInside("process") && flow.IsInside("process") && ProcessOf(end) != ProcessOf(flow) ? "process" : "sub-process";
        subject.Report(Crosses, flow, $"The sequence flow '{flow.Id}' crosses the border of a {border} at '{end.Id}'.");
    }

    private static ModelNode? ProcessOf(ModelNode node)
    {
        var at = node;
        while (at is not null && at.Name != "process") at = at.Parent;
        return at;
    }
}
