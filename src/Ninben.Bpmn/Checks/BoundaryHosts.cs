using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Checks;

/// <summary>Boundary events sit on activities of their own scope, and an activity catches an error once (BPMN 2.0, 10.5.4).</summary>
internal static class BoundaryHosts
{
    private static readonly ModelRule Host = ModelRule.Error("boundary-host", "A boundary event is attached to an activity of its own scope.",
        "Attach it to a task, a sub-process or a call activity beside it.", "10.5.4 Intermediate event");

    private static readonly ModelRule Twice = ModelRule.Error("error-caught-twice", "An activity catches an error at one place.",
        "Keep one of the boundary events.");

    private static readonly ModelRule OwnCase = ModelRule.Error("call-own-escalation",
        "A case that a call opens for itself does not hand escalations to the case that called it.",
        "Write case=\"same\", or let the called process end with an error or send a message.");

    public static Check Check { get; } = new(Run, [Host, Twice, OwnCase, DanglingReferences.Dangling]);

    private static void Run(CheckSubject subject)
    {
        foreach (var node in subject.Nodes)
        {
            if (node.IsActivity) CheckCatchers(subject, node);
            if (node.Name == "boundaryEvent") CheckHost(subject, node);
        }
    }

    private static void CheckHost(CheckSubject subject, ModelNode node)
    {
        if (node["attachedToRef"] is not { } reference)
        {
            subject.Report(DanglingReferences.Dangling, node, $"The boundary event '{node.Id}' is not attached to anything.", "Write attachedToRef=\"...\".");
            return;
        }

        if (subject.Ids.Find(reference) is not { } host) return;
        if (!host.IsActivity) subject.Report(Host, node, $"The boundary event '{node.Id}' is attached to {host.Said}, which is not an activity.");
        else if (host.Parent != node.Parent)
            subject.Report(Host, node, $"The boundary event '{node.Id}' is attached to '{host.Id}', which is not an activity of the same scope.");
    }

    private static void CheckCatchers(CheckSubject subject, ModelNode host)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var boundary in subject.Flows.BoundariesOf(host))
        {
            if (host.Extension("call")?["case"] == "own"
                && EventTriggers.DefinitionsOf(subject, boundary).Any(definition => definition.Name == "escalationEventDefinition"))
                subject.Report(OwnCase, boundary, $"'{boundary.Id}' waits for escalations of '{host.Id}', which runs as a case of its own.");
            if (EventTriggers.DefinitionsOf(subject, boundary) is not [{ Name: "errorEventDefinition" } definition]) continue;
            var error = definition["errorRef"] is { } reference ? subject.Ids.Find(reference)?["errorCode"] ?? reference.Trim() : null;
            if (!codes.Add(error ?? ""))
                subject.Report(Twice, boundary, $"'{host.Id}' catches {(error is null ? "all errors" : $"the error '{error}'")} twice.");
        }
    }
}
