using System.Collections.Concurrent;
using Ninben.Dmn;
using Ninben.Oversight.Gates;
using Ninben.Runtime.Deployments;

namespace Ninben.Server.Endpoints.Decisions;

/// <summary>Decisions of deployed DMN models: of the newest versions, or of the exact one that judged. A model is read once per version.</summary>
internal sealed class DeployedDecisions(IDeployments deployments)
{
    private readonly ConcurrentDictionary<string, DmnModel?> _models = new();

    public IEnumerable<(DecisionDefinition Decision, DeployedModel Model)> Newest() =>
        from model in deployments.List("decisions").GroupBy(m => m.Id).Select(g => g.MaxBy(m => m.Version)!)
        from decision in Read(model)?.Decisions ?? []
        orderby model.Name, decision.Name
        select (decision, model);

    public (DecisionDefinition Decision, DeployedModel Model)? Find(string id) =>
        Newest().Where(d => d.Decision.Id == id || d.Decision.Name == id).Select(d => ((DecisionDefinition, DeployedModel)?)d).FirstOrDefault();

    /// <summary>A decision in exactly the version that judged; null when that model is not there any more, or cannot be read any more.</summary>
    public DecisionDefinition? At(PolicyRef policy) =>
        deployments.List("decisions").FirstOrDefault(m => m.Version == policy.Version && m.Hash == policy.Hash) is { } model
            ? Read(model)?.Decisions.FirstOrDefault(d => d.Id == policy.Decision) : null;

    private DmnModel? Read(DeployedModel model) => _models.GetOrAdd(model.Hash,
        _ => deployments.Source("decisions", model.Id, model.Version) is { } xml ? DmnReader.Read(xml, model.Source).Model : null);
}
