using Ninben.Bpmn.Elements.AdHocSubProcesses;
using Ninben.Bpmn.Elements.StartEvents;
using Ninben.Bpmn.Elements.SubProcesses;
using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Checks;

/// <summary>It is clear where a process, and every part of one, begins.</summary>
internal static class StartEventsOfScopes
{
    public static void Run(CheckSubject subject)
    {
        foreach (var process in subject.Processes)
        {
            Check(subject, process.ById.Values.Where(element => element.Parent is null), process.Id, process.Content);
            foreach (var element in process.ById.Values)
                if (element.Detail is SubProcess { Form: not SubProcessForm.Event } or AdHocSubProcess)
                    Check(subject, process.ById.Values.Where(inner => inner.Parent == element), element.Id, element.Content);
        }
    }

    private static void Check(CheckSubject subject, IEnumerable<Element> inside, string id, ScopeContent content)
    {
        var plain = inside.Where(element => element.Detail is StartEvent { Definitions.IsEmpty: true }).OrderBy(start => start.Line).ThenBy(start => start.Column);
        if (content.Entries.IsEmpty)
            subject.Findings.Error("no-start", $"'{id}' has nothing that it begins with.", subject.Ids.Find(id)!, "Add a start event without a trigger.");
        foreach (var start in plain.Skip(1))
            subject.Error("several-starts", $"'{id}' has a second start event, '{start.Id}'.", start,
                "Keep one start event; merge the paths with an exclusive gateway.");
    }
}
