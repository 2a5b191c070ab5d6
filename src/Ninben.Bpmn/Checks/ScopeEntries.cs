using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Checks;

/// <summary>Where a scope can begin, and what may stand outside of the flow from there (BPMN 2.0, 10.5.2, 13.2).</summary>
internal static class ScopeEntries
{
    /// <summary>Whether a node may lack incoming flows even when its scope has a start event.</summary>
    public static bool MayLackIncoming(CheckSubject subject, ModelNode node) =>
        node.Name is "startEvent" or "boundaryEvent" || node.IsEventSubProcess || node.IsForCompensation || node.Has("instantiate")
        || node.Parent is { Name: "adHocSubProcess" }
        || (node.Name == "intermediateCatchEvent" && EventTriggers.Of(subject, node).Contains("link"));

    /// <summary>Nodes of a scope that can run without another node of it: starts, event sub-processes, compensation and the parts of an ad-hoc one.</summary>
    public static IEnumerable<ModelNode> Of(CheckSubject subject, ModelNode scope)
    {
        var nodes = scope.Children.Where(child => child.IsFlowNode).ToList();
        var hasStart = nodes.Exists(node => node.Name == "startEvent");
        foreach (var node in nodes)
        {
            var begins = node.Name == "startEvent" || node.IsEventSubProcess || node.IsForCompensation
                || (subject.Flows.Into(node).Count == 0 && (node.Has("instantiate") || scope.Name == "adHocSubProcess"
                    || (!hasStart && !MayLackIncoming(subject, node))));
            if (begins) yield return node;
        }
    }

    /// <summary>Every node of a scope and of the scopes in it that can be reached from the entries.</summary>
    public static HashSet<ModelNode> Reach(CheckSubject subject, ModelNode scope)
    {
        var reached = new HashSet<ModelNode>();
        var open = new Stack<ModelNode>(Of(subject, scope));
        while (open.TryPop(out var node))
        {
            if (!reached.Add(node)) continue;
            foreach (var next in subject.Flows.After(node)) open.Push(next);
            foreach (var boundary in subject.Flows.BoundariesOf(node)) open.Push(boundary);
            foreach (var partner in LinkEvents.PartnersOf(subject, node)) open.Push(partner);
            if (!node.IsSubProcess) continue;
            foreach (var entry in Of(subject, node)) open.Push(entry);
        }

        return reached;
    }
}
