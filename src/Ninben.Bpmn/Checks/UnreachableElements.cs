using Ninben.Bpmn.Elements.SubProcesses;
using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Checks;

/// <summary>Every element can be reached from the start of its scope.</summary>
internal static class UnreachableElements
{
    public static void Run(CheckSubject subject)
    {
        if (subject.Process?.Start is not { } start) return;
        var reached = new HashSet<Element>();
        var open = new Stack<Element>();
        open.Push(start);
        while (open.TryPop(out var element))
        {
            if (!reached.Add(element)) continue;
            foreach (var flow in element.Outgoing) open.Push(flow.Target);
            foreach (var boundary in element.Boundaries) open.Push(boundary);
            if (element.Detail is SubProcess && subject.Process.StartOf(element) is { } inner) open.Push(inner);
        }

        foreach (var element in subject.Elements)
            if (!reached.Contains(element))
                subject.Warning("unreachable", $"The {element.KindName} '{element.Id}' can never be reached.", element, "Connect it, or remove it.");
    }
}
