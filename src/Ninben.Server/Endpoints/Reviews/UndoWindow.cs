using Ninben.Bpmn.Elements.ActionTasks;
using Ninben.Bpmn.Model;

namespace Ninben.Server.Endpoints.Reviews;

/// <summary>How long the effect of a verdict waits before it leaves.</summary>
internal static class UndoWindow
{
    /// <summary>The shortest hold of the actions that carry this element's answer; else of the first actions behind it; 0 when there is none.</summary>
    public static int SecondsAfter(ProcessDefinition process, string element)
    {
        var carrying = process.Elements.Values.Select(e => e.Detail).OfType<ActionTask>().Where(a => a.ApprovedBy == element).Select(a => a.HoldSeconds)
            .ToList();
        if (carrying.Count > 0) return carrying.Min();
        return process.Elements.TryGetValue(element, out var start) ? FirstBehind(start) : 0;
    }

    private static int FirstBehind(Element start)
    {
        var seen = new HashSet<string> { start.Id };
        var queue = new Queue<Element>([start]);
        while (queue.TryDequeue(out var element))
        {
            if (element != start && element.Detail is ActionTask action) return action.HoldSeconds;
            foreach (var flow in element.Outgoing)
                if (seen.Add(flow.Target.Id)) queue.Enqueue(flow.Target);
        }

        return 0;
    }
}
