using Ninben.Bpmn.Elements.StartEvents;
using Ninben.Bpmn.Elements.SubProcesses;
using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Checks;

/// <summary>A process and every sub-process begin at exactly one none start event.</summary>
internal static class StartEventsOfScopes
{
    public static void Run(CheckSubject subject)
    {
        if (subject.Process is not { } process) return;
        Check(subject, null, process.Id);
        foreach (var element in subject.Elements)
            if (element.Detail is SubProcess) Check(subject, element, element.Id);
    }

    private static void Check(CheckSubject subject, Element? scope, string id)
    {
        var starts = subject.Elements.Where(element => element.Detail is StartEvent && element.Parent == scope).ToList();
        if (starts.Count == 0)
        {
            var node = subject.Ids.Find(id)!;
            subject.Findings.Error("no-start", $"'{id}' has no start event.", node, "Add a start event without a trigger.");
        }

        foreach (var start in starts.Skip(1))
            subject.Error("several-starts", $"'{id}' has a second start event, '{start.Id}'.", start,
                "Keep one start event; merge the paths with an exclusive gateway.");
    }
}
