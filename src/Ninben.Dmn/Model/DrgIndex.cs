using Ninben.Dmn.DecisionTables;

namespace Ninben.Dmn.Model;

/// <summary>All nodes of a model.</summary>
internal sealed class DrgIndex(string space, IReadOnlyList<DrgNode> nodes, IReadOnlyList<Import> imports, IReadOnlyList<DecisionTable> tables)
{
    public IReadOnlyList<Import> Imports => imports;

    public IReadOnlyList<DecisionTable> Tables => tables;

    public string Namespace => space;

    public IReadOnlyList<DrgNode> Nodes => nodes;

    public IEnumerable<DecisionNode> Decisions => nodes.OfType<DecisionNode>();
}
