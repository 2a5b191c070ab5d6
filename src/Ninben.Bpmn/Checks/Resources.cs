using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Checks;

/// <summary>Who does a step: named in one way (BPMN 2.0, 10.3.1), and named at all.</summary>
internal static class Resources
{
    private static readonly ModelRule Conflict = ModelRule.Error("resource-named-twice",
        "A performer is named by a resource with its parameters, or by an expression, not by both.",
        "Keep resourceRef with resourceParameterBinding, or resourceAssignmentExpression.", "10.3.1 Resource assignment");

    private static readonly ModelRule NoOwner = ModelRule.Warning("step-without-owner",
        "A user task says whose it is: a review group, a potential owner or a lane.",
        "Add <ninben:review group=\"...\"/>, or put it into a lane.");

    public static Check Check { get; } = new(Run, [Conflict, NoOwner]);

    private static void Run(CheckSubject subject)
    {
        var inLanes = subject.Nodes.Where(node => node.Name == "flowNodeRef").Select(node => node.Text.Trim()).ToHashSet(StringComparer.Ordinal);
        foreach (var node in subject.Nodes)
        {
            if (node.Name is not ("resourceRole" or "performer" or "humanPerformer" or "potentialOwner")) continue;
            if (node.Child("resourceAssignmentExpression") is not null && (node.Child("resourceRef") ?? node.Child("resourceParameterBinding")) is not null)
                subject.Report(Conflict, node, $"{node.Said} is named by an expression and by a resource.");
        }

        foreach (var task in subject.Executed)
        {
            if (task.Name != "userTask" || (task.Id is { } id && inLanes.Contains(id))) continue;
            // A gate may name the group itself.
            var isOwned = task.Extension("review")?["group"] is { Length: > 0 } || task.Extension("gate") is not null || task.Children.Any(child => child.IsBpmn
                && child.Name is "potentialOwner" or "humanPerformer" or "performer" or "resourceRole");
            if (!isOwned) subject.Report(NoOwner, task, $"{task.Said} does not say whose step it is: everybody may take it.");
        }
    }
}
