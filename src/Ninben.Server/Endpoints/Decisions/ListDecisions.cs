using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Server.Access;

namespace Ninben.Server.Endpoints.Decisions;

/// <summary><c>GET /api/decisions</c></summary>
internal static class ListDecisions
{
    internal sealed record DecisionList(IReadOnlyList<DecisionSummary> Items);

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/decisions", Handle)
        .Describe("listDecisions", "decisions", "Every decision of the newest DMN models, with its table", AccessRule.Anyone);

    internal static Ok<DecisionList> Handle(DeployedDecisions decisions) => TypedResults.Ok(new DecisionList([.. decisions.Newest().Select(d =>
        new DecisionSummary(d.Decision.Id, d.Decision.Name, d.Model.Id, d.Model.Version, d.Model.Hash, d.Model.DeployedAt, d.Model.DeployedBy,
            d.Decision.Table))]));
}
