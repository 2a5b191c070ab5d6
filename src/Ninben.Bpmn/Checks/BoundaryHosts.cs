using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Elements.BoundaryEvents;
using Ninben.Bpmn.Events.Errors;
using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Checks;

/// <summary>Boundary events sit on activities; an error boundary sits where an error can come from.</summary>
internal static class BoundaryHosts
{
    public static void Run(CheckSubject subject)
    {
        foreach (var element in subject.Elements)
        {
            if (element.Detail is not BoundaryEvent) continue;
            if (element.Host is { } host && !ElementCatalogue.IsActivity(host.Kind.Tag))
                subject.Error("boundary-host", $"The boundary event '{element.Id}' is attached to the {host.KindName} '{host.Id}'.", element,
                    "Attach it to a task or a sub-process.");
            else if (element.Host is null && subject.Ids.Find(element.Id)?["attachedToRef"] is { } reference && subject.Ids.Find(reference) is not null)
                subject.Error("boundary-host",
                    $"The boundary event '{element.Id}' is attached to '{reference}', which is not an activity of the same scope.", element,
                    "Attach it to a task or a sub-process.");
        }

        foreach (var host in subject.Elements) CheckCatchers(subject, host);
    }

    private static void CheckCatchers(CheckSubject subject, Element host)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var boundary in host.Boundaries)
        {
            if (boundary.Detail is BoundaryEvent detail && detail.Find<ErrorDefinition>() is { } error && !codes.Add(error.Code ?? ""))
                subject.Error("error-caught-twice", $"'{host.Id}' catches {(error.Code is null ? "all errors" : $"the error '{error.Code}'")} twice.",
                    boundary, "Keep one of the boundary events.");
        }
    }
}
