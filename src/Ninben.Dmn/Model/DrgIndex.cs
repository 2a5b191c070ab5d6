namespace Ninben.Dmn.Model;

/// <summary>All nodes of a model.</summary>
internal sealed class DrgIndex(string space, IReadOnlyList<DrgNode> nodes, IReadOnlyList<Import> imports)
{
    public IReadOnlyList<Import> Imports => imports;

    public string Namespace => space;

    public IReadOnlyList<DrgNode> Nodes => nodes;

    public IEnumerable<DecisionNode> Decisions => nodes.OfType<DecisionNode>();
}
