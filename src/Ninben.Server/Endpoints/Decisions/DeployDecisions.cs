using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Runtime.Deployments;
using Ninben.Server.Access;
using Ninben.Server.Problems;
using Ninben.Server.Requests;

namespace Ninben.Server.Endpoints.Decisions;

/// <summary><c>POST /api/decisions</c>: the same bytes again are the same version.</summary>
internal static class DeployDecisions
{
    internal sealed record DeployedDecisionModel(string Id, string Name, int Version, string Hash, DateTimeOffset DeployedAt, string DeployedBy,
        IReadOnlyList<string> Decisions, IReadOnlyList<DiagnosticRow> Diagnostics);

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/decisions", Handle)
        .Describe("deployDecisions", "decisions", "Deploys a DMN model", AccessRule.DeployDecisions).WithMetadata(BodyRule.Xml)
        .Accepts<string>("application/xml").Refuses(413, 422, 503);

    internal static async Task<Results<Created<DeployedDecisionModel>, ProblemResult>> Handle(string? source, RequestBody body, Caller caller,
        IDeployments deployments, DeployedDecisions decisions, CancellationToken cancellationToken)
    {
        var deployment = await deployments.DeployDecisions(body.Bytes, source, caller.Actor, cancellationToken);
        if (deployment.Model is not { } model) return ProblemResult.Faulty("decision model", deployment.Diagnostics);
        var ids = decisions.Newest().Where(d => d.Model.Id == model.Id).Select(d => d.Decision.Id);
        return TypedResults.Created("/api/decisions", new DeployedDecisionModel(model.Id, model.Name, model.Version, model.Hash, model.DeployedAt,
            model.DeployedBy, [.. ids], DiagnosticRow.From(deployment.Diagnostics)));
    }
}
