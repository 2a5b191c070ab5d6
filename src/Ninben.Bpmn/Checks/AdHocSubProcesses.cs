using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Checks;

/// <summary>What an ad-hoc sub-process contains (BPMN 2.0, 10.3.5).</summary>
internal static class AdHocSubProcesses
{
    private static readonly ModelRule Content = ModelRule.Error("ad-hoc-content",
        "An ad-hoc sub-process has no start events, end events or choreography activities.",
        "Remove it: the activities of an ad-hoc sub-process start when someone chooses them.", "10.3.5 Sub-process");

    private static readonly ModelRule Empty = ModelRule.Error("ad-hoc-empty", "An ad-hoc sub-process has an activity.",
        "Add the activities that may be chosen.", "10.3.5 Sub-process");

    public static Check Check { get; } = new(Run, [Content, Empty]);

    private static void Run(CheckSubject subject)
    {
        foreach (var node in subject.Nodes)
        {
            if (node.Name != "adHocSubProcess") continue;
            foreach (var child in node.Children)
                if (child.IsBpmn && (child.Name is "startEvent" or "endEvent" or "conversation" or "conversationLink" || child.IsChoreography))
                    subject.Report(Content, child, $"The ad-hoc sub-process '{node.Id}' holds {child.Said}.");
            if (!node.Children.Any(child => child.IsActivity)) subject.Report(Empty, node, $"The ad-hoc sub-process '{node.Id}' has no activity.");
        }
    }
}
