using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Bpmn;
using Ninben.Runtime.Deployments;
using Ninben.Runtime.Views;
using Ninben.Server.Access;
using Ninben.Server.Problems;

namespace Ninben.Server.Endpoints.Processes;

/// <summary><c>GET /api/processes/{id}/versions</c></summary>
internal static class ListVersions
{
    internal sealed record VersionList(IReadOnlyList<ProcessVersion> Items);

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/processes/{id}/versions", Handle)
        .Describe("listProcessVersions", "processes", "All versions of a process, newest first", AccessRule.Anyone).Refuses(404);

    internal static async Task<Results<Ok<VersionList>, ProblemResult>> Handle(string id, IDeployments deployments, ICaseView cases,
        CancellationToken cancellationToken)
    {
        var models = deployments.List("process").Where(m => m.Id == id).OrderByDescending(m => m.Version).ToList();
        if (models.Count == 0) return ProblemResult.NotFound("process", id);
        var counts = (await cases.CountByProcess(cancellationToken)).Where(c => c.Process == id).ToDictionary(c => c.Version);
        return TypedResults.Ok(new VersionList([.. models.Select(m => ProcessVersion.From(m, counts.GetValueOrDefault(m.Version), Warnings(deployments, m)))]));
    }

    private static IReadOnlyList<DiagnosticRow> Warnings(IDeployments deployments, DeployedModel model) =>
        deployments.Source("process", model.Id, model.Version) is { } xml ? DiagnosticRow.From(BpmnReader.Read(xml, model.Source).Diagnostics) : [];
}
