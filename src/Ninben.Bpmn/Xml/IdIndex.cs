namespace Ninben.Bpmn.Xml;

/// <summary>BPMN nodes by id; a repeated id keeps its first node.</summary>
internal sealed class IdIndex
{
    private readonly Dictionary<string, ModelNode> _byId = new(StringComparer.Ordinal);
    private Dictionary<string, ModelNode>? _byAnyCase;

    /// <summary>Nodes whose id was taken already.</summary>
    public List<ModelNode> Repeated { get; } = [];

    public static IdIndex Of(ModelNode root)
    {
        var index = new IdIndex();
        foreach (var node in Nodes(root))
            if (node.Id is { Length: > 0 } id && !index._byId.TryAdd(id, node)) index.Repeated.Add(node);
        return index;
    }

    /// <summary>The node that a reference (with or without a namespace prefix) names, or null.</summary>
    public ModelNode? Find(string reference)
    {
        var name = reference.Trim();
        if (_byId.TryGetValue(name, out var node)) return node;
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon >= 0 ? _byId.GetValueOrDefault(name[(colon + 1)..]) : null;
    }

    /// <summary>The node of exactly that id, or null.</summary>
    public ModelNode? Named(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The first node of that id in upper or lower case, or null.</summary>
    public ModelNode? Like(string id)
    {
        if (_byAnyCase is null)
        {
            _byAnyCase = new Dictionary<string, ModelNode>(StringComparer.OrdinalIgnoreCase);
            foreach (var (name, node) in _byId) _byAnyCase.TryAdd(name, node);
        }

        return _byAnyCase.GetValueOrDefault(id);
    }

    /// <summary>All BPMN nodes below and including this one, in document order; the tree's depth is limited.</summary>
    public static IEnumerable<ModelNode> Nodes(ModelNode root)
    {
        var stack = new Stack<ModelNode>();
        stack.Push(root);
        while (stack.TryPop(out var node))
        {
            if (!node.IsBpmn) continue;
            yield return node;
            for (var i = node.Children.Count - 1; i >= 0; i--) stack.Push(node.Children[i]);
        }
    }
}
