using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Checks;

/// <summary>Processes have no choreography activities (BPMN 2.0, 10.2, 11.5).</summary>
internal static class Choreographies
{
    private static readonly ModelRule Inside = ModelRule.Error("choreography-in-process", "Processes and sub-processes hold no choreography activities.",
        "Use a task, a sub-process or a call activity.", "11.5 Choreography activities");

    public static Check Check { get; } = new(Run, [Inside]);

    private static void Run(CheckSubject subject)
    {
        foreach (var node in subject.Nodes)
            if (node.IsChoreography && node.Parent is { IsScope: true } scope)
                subject.Report(Inside, node, $"{node.Said} stands in {scope.Said}.");
    }
}
