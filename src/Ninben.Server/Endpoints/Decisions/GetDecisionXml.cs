using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Ninben.Runtime.Deployments;
using Ninben.Server.Access;
using Ninben.Server.Problems;

namespace Ninben.Server.Endpoints.Decisions;

/// <summary><c>GET /api/decisions/{id}/xml</c>: the model that holds the decision, byte for byte as deployed.</summary>
internal static class GetDecisionXml
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/decisions/{id}/xml", Handle)
        .Describe("getDecisionXml", "decisions", "The DMN model of a decision as it was deployed", AccessRule.Anyone)
            .Produces<string>(200, "application/xml").Refuses(404);

    internal static IResult Handle(string id, IDeployments deployments, DeployedDecisions decisions) =>
        decisions.Find(id) is { } found && deployments.Source("decisions", found.Model.Id, found.Model.Version) is { } xml
            ? TypedResults.Bytes(xml, "application/xml")
            : ProblemResult.NotFound("decision", id);
}
