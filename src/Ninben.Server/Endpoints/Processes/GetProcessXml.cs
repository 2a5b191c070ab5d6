using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Ninben.Runtime.Deployments;
using Ninben.Server.Access;
using Ninben.Server.Problems;

namespace Ninben.Server.Endpoints.Processes;

/// <summary><c>GET /api/processes/{id}/versions/{version}/xml</c>: byte for byte as deployed.</summary>
internal static class GetProcessXml
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/processes/{id}/versions/{version:int}/xml", Handle)
        .Describe("getProcessXml", "processes", "The BPMN model as it was deployed", AccessRule.Anyone).Produces<string>(200, "application/xml").Refuses(404);

    internal static IResult Handle(string id, int version, IDeployments deployments) => deployments.Source("process", id, version) is { } xml
        ? TypedResults.Bytes(xml, "application/xml")
        : ProblemResult.NotFound("process", $"{id} version {version}");
}
