using Ninben.Dmn.BoxedExpressions;
using Ninben.Dmn.DecisionTables;
using Ninben.Feel;
using Ninben.Feel.Values;

namespace Ninben.Dmn.Model;

/// <summary>A node of the decision requirements graph. Requirements are filled in once all nodes are known.</summary>
internal abstract class DrgNode(string id, string name, SourceLocation location)
{
    public string Id => id;

    public string Name => name;

    public SourceLocation Location => location;

    public FeelType Type { get; set; } = FeelType.Any;

    /// <summary>Its place among the nodes of its model; -1 for one of another model.</summary>
    public int Ordinal { get; set; } = -1;

    public List<DrgNode> Requirements { get; } = [];

    /// <summary>The names of what is required, when they are all different and of this model: the shape of the variables.</summary>
    public string[]? VariableNames { get; set; }
}

internal sealed class InputNode(string id, string name, SourceLocation location) : DrgNode(id, name, location);

internal sealed class DecisionNode(string id, string name, SourceLocation location) : DrgNode(id, name, location)
{
    /// <summary>The logic; null when the model gives none.</summary>
    public IBoxedExpression? Logic { get; set; }

    public DecisionTable? Table => Logic as DecisionTable;
}

internal sealed class KnowledgeNode(string id, string name, SourceLocation location) : DrgNode(id, name, location)
{
    public FunctionExpression? Function { get; set; }
}

/// <summary>A node of another model, as this one sees it.</summary>
internal sealed class ImportedNode(Import import, DrgNode target) : DrgNode(target.Id, target.Name, target.Location)
{
    public Import Import => import;

    public DrgNode Target => target;
}

internal sealed class ServiceNode(string id, string name, SourceLocation location) : DrgNode(id, name, location)
{
    public List<DrgNode> Inputs { get; } = [];

    public List<DecisionNode> Outputs { get; } = [];
}
