using Ninben.Bpmn.Elements.AdHocSubProcesses;
using Ninben.Bpmn.Elements.StartEvents;
using Ninben.Bpmn.Elements.SubProcesses;
using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Checks;

/// <summary>It is clear where a process, and every part of one, begins.</summary>
internal static class StartEventsOfScopes
{
    private static readonly ModelRule NoStart = ModelRule.Error("no-start", "A process and every sub-process begin somewhere.",
        "Add a start event without a trigger.");

    private static readonly ModelRule Several = ModelRule.Error("several-starts", "A process and every sub-process begin at one start event.",
        "Keep one start event; merge the paths with an exclusive gateway.");

    public static Check Check { get; } = new(Run, [NoStart, Several]);

    private static void Run(CheckSubject subject)
    {
        foreach (var process in subject.Processes)
        {
            var inside = process.ById.Values.ToLookup(element => element.Parent);
            CheckScope(subject, inside[null], process.Id, process.Content);
            foreach (var element in process.ById.Values)
                if (element.Detail is SubProcess { Form: not SubProcessForm.Event } or AdHocSubProcess)
                    CheckScope(subject, inside[element], element.Id, element.Content);
        }
    }

    private static void CheckScope(CheckSubject subject, IEnumerable<Element> inside, string id, ScopeContent content)
    {
        var plain = inside.Where(element => element.Detail is StartEvent { Definitions.IsEmpty: true })
            .OrderBy(start => start.Line).ThenBy(start => start.Column);
        if (content.Entries.IsEmpty)
            subject.Report(NoStart, subject.Ids.Find(id)!, $"'{id}' has nothing that it begins with.");
        foreach (var start in plain.Skip(1)) subject.Report(Several, start, $"'{id}' has a second start event, '{start.Id}'.");
    }
}
