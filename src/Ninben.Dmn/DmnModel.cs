using Ninben.Dmn.Evaluation;
using Ninben.Dmn.Model;
using Ninben.Feel;

namespace Ninben.Dmn;

/// <summary>A compiled DMN model (DMN 1.1 to 1.5). Immutable; evaluation is pure and may run on several threads.</summary>
public sealed class DmnModel
{
    internal DmnModel(DrgIndex index, string id, string name, string hash)
    {
        Index = index;
        Id = id;
        Name = name;
        Hash = hash;
        Decisions = [.. index.Decisions.Select(decision => new DecisionDefinition(decision, index))];
    }

    /// <summary>The id of the definitions element; its name when it has none.</summary>
    public string Id { get; }

    /// <summary>The name of the definitions element.</summary>
    public string Name { get; }

    /// <summary>The target namespace of the model.</summary>
    public string Namespace => Index.Namespace;

    /// <summary>SHA-256 of the XML bytes in lower-case hex: the version of the model.</summary>
    public string Hash { get; }

    /// <summary>All decisions, in document order.</summary>
    public IReadOnlyList<DecisionDefinition> Decisions { get; }

    internal DrgIndex Index { get; }

    /// <summary>The decision with that id, or else with that name; null if there is none.</summary>
    public DecisionDefinition? Find(string idOrName) =>
        Decisions.FirstOrDefault(decision => decision.Id == idOrName) ?? Decisions.FirstOrDefault(decision => decision.Name == idOrName);

    /// <summary>Invokes a decision service (DMN 1.5, 10.4) with its input data and input decisions by name; null if there is no such service.</summary>
    public DecisionResult? EvaluateService(string idOrName, FeelContext inputs, FeelBudget? budget = null)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        List<ServiceNode> services = [.. Index.Nodes.OfType<ServiceNode>()];
        ServiceNode? service = services.Find(candidate => candidate.Id == idOrName) ?? services.Find(candidate => candidate.Name == idOrName);
        return service is null ? null : DecisionRun.Evaluate(service, Index, inputs, budget ?? FeelBudget.Default);
    }
}
