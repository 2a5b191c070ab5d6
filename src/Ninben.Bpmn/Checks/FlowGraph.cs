using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Checks;

/// <summary>The sequence flows of a document by their ends. Ends that name nothing, or no event, activity or gateway, are left out.</summary>
internal sealed class FlowGraph
{
    private readonly Dictionary<ModelNode, List<ModelNode>> _incoming = [];
    private readonly Dictionary<ModelNode, List<ModelNode>> _outgoing = [];
    private readonly Dictionary<ModelNode, List<ModelNode>> _boundaries = [];
    private readonly Dictionary<ModelNode, (ModelNode? Source, ModelNode? Target)> _ends = [];

    public static FlowGraph Of(IEnumerable<ModelNode> nodes, IdIndex ids)
    {
        var graph = new FlowGraph();
        foreach (var node in nodes)
        {
            if (node.Name == "boundaryEvent" && Named(node, "attachedToRef", ids) is { } host) Add(graph._boundaries, host, node);
            if (node.Name != "sequenceFlow") continue;
            var (source, target) = (Named(node, "sourceRef", ids), Named(node, "targetRef", ids));
            graph._ends[node] = (source, target);
            if (source is not null) Add(graph._outgoing, source, node);
            if (target is not null) Add(graph._incoming, target, node);
        }

        return graph;
    }

    /// <summary>Flows into a node, in document order.</summary>
    public IReadOnlyList<ModelNode> Into(ModelNode node) => _incoming.GetValueOrDefault(node) ?? [];

    /// <summary>Flows out of a node, in document order.</summary>
    public IReadOnlyList<ModelNode> OutOf(ModelNode node) => _outgoing.GetValueOrDefault(node) ?? [];

    /// <summary>Boundary events attached to a node.</summary>
    public IReadOnlyList<ModelNode> BoundariesOf(ModelNode node) => _boundaries.GetValueOrDefault(node) ?? [];

    public ModelNode? Source(ModelNode flow) => _ends.GetValueOrDefault(flow).Source;

    public ModelNode? Target(ModelNode flow) => _ends.GetValueOrDefault(flow).Target;

    /// <summary>Nodes that follow directly by a sequence flow.</summary>
    public IEnumerable<ModelNode> After(ModelNode node) => OutOf(node).Select(Target).OfType<ModelNode>();

    private static ModelNode? Named(ModelNode node, string attribute, IdIndex ids) =>
        node[attribute] is { } reference && ids.Find(reference) is { IsFlowNode: true } found ? found : null;

    private static void Add(Dictionary<ModelNode, List<ModelNode>> lists, ModelNode key, ModelNode value)
    {
        if (!lists.TryGetValue(key, out var list)) lists.Add(key, list = []);
        list.Add(value);
    }
}
