using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Checks;

/// <summary>Every element can be reached from the start of its scope.</summary>
internal static class UnreachableElements
{
    public static void Run(CheckSubject subject)
    {
        var reached = new HashSet<Element>();
        var open = new Stack<Element>();
        foreach (var process in subject.Processes)
            foreach (var start in (Element[])[.. process.Content.Entries, .. process.Content.EventStarts.Select(start => start.Parent!), .. process.EventStarts])
                open.Push(start);
        while (open.TryPop(out var element))
        {
            if (!reached.Add(element)) continue;
            foreach (var flow in element.Outgoing) open.Push(flow.Target);
            foreach (var boundary in element.Boundaries) open.Push(boundary);
            foreach (var inner in element.Content.Entries) open.Push(inner);
            foreach (var inner in element.Content.EventStarts) open.Push(inner.Parent!);
            if (element.Compensation is { } handler) open.Push(handler);
            if (element.LinkTarget is { } target) open.Push(target);
        }

        foreach (var element in subject.Elements)
            if (!reached.Contains(element))
                subject.Warning("unreachable", $"The {element.KindName} '{element.Id}' can never be reached.", element, "Connect it, or remove it.");
    }
}
