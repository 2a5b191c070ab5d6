using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Runtime.Deployments;
using Ninben.Runtime.Views;
using Ninben.Server.Access;
using Ninben.Server.Problems;
using Ninben.Server.Requests;

namespace Ninben.Server.Endpoints.Processes;

/// <summary><c>POST /api/processes</c>: the same bytes again are the same version.</summary>
internal static class DeployProcess
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/processes", Handle)
        .Describe("deployProcess", "processes", "Deploys a BPMN model", AccessRule.DeployProcesses).WithMetadata(BodyRule.Xml)
        .Accepts<string>("application/xml").Refuses(413, 422, 503);

    internal static async Task<Results<Created<ProcessVersion>, ProblemResult>> Handle(string? source, RequestBody body, Caller caller,
        IDeployments deployments, ICaseView cases, CancellationToken cancellationToken)
    {
        var deployment = await deployments.DeployProcess(body.Bytes, source, caller.Actor, cancellationToken);
        if (deployment.Model is not { } model) return ProblemResult.Faulty("process", deployment.Diagnostics);
        var count = (await cases.CountByProcess(cancellationToken)).FirstOrDefault(c => c.Process == model.Id && c.Version == model.Version);
        return TypedResults.Created($"/api/processes/{model.Id}/versions", ProcessVersion.From(model, count, DiagnosticRow.From(deployment.Diagnostics)));
    }
}
