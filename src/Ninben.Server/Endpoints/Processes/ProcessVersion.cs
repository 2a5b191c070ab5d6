using Ninben.Runtime.Deployments;
using Ninben.Runtime.Views;
using Ninben.Server.Problems;

namespace Ninben.Server.Endpoints.Processes;

/// <summary>One deployed version of a process. Diagnostics are the warnings of its deployment.</summary>
internal sealed record ProcessVersion(string Id, string Name, int Version, string Hash, DateTimeOffset DeployedAt, string DeployedBy, string? Source,
    long Open, long Closed, IReadOnlyList<DiagnosticRow> Diagnostics)
{
    public static ProcessVersion From(DeployedModel model, ProcessCount? count, IReadOnlyList<DiagnosticRow> diagnostics) => new(model.Id, model.Name,
        model.Version, model.Hash, model.DeployedAt, model.DeployedBy, model.Source, count?.Open ?? 0, count?.Closed ?? 0, diagnostics);
}
