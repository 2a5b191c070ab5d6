using Ninben.Bpmn.Elements.StartEvents;
using Ninben.Bpmn.Elements.SubProcesses;
using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Checks;

/// <summary>A process and every sub-process begin at exactly one none start event.</summary>
internal static class StartEventsOfScopes
{
    private static readonly ModelRule NoStart = ModelRule.Error("no-start", "A process and every sub-process begin somewhere.",
        "Add a start event without a trigger.");

    private static readonly ModelRule Several = ModelRule.Error("several-starts", "A process and every sub-process begin at one start event.",
        "Keep one start event; merge the paths with an exclusive gateway.");

    public static Check Check { get; } = new(Run, [NoStart, Several]);

    private static void Run(CheckSubject subject)
    {
        if (subject.Process is not { } process) return;
        CheckScope(subject, null, process.Id);
        foreach (var element in subject.Elements)
            if (element.Detail is SubProcess) CheckScope(subject, element, element.Id);
    }

    private static void CheckScope(CheckSubject subject, Element? scope, string id)
    {
        var starts = subject.Elements.Where(element => element.Detail is StartEvent && element.Parent == scope).ToList();
        if (starts.Count == 0) subject.Report(NoStart, subject.Ids.Find(id)!, $"'{id}' has no start event.");
        foreach (var start in starts.Skip(1)) subject.Report(Several, start, $"'{id}' has a second start event, '{start.Id}'.");
    }
}
