using System.Collections.Concurrent;
using Ninben.Dmn;
using Ninben.Runtime.Deployments;

namespace Ninben.Server.Endpoints.Decisions;

/// <summary>The decisions of the newest version of every deployed DMN model. A model is read once per version.</summary>
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

    private DmnModel? Read(DeployedModel model) => _models.GetOrAdd(model.Hash,
        _ => deployments.Source("decisions", model.Id, model.Version) is { } xml ? DmnReader.Read(xml, model.Source).Model : null);
}
