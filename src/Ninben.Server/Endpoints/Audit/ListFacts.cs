using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Runtime.Streams;
using Ninben.Runtime.Views;
using Ninben.Server.Access;
using Ninben.Server.Requests;

namespace Ninben.Server.Endpoints.Audit;

/// <summary><c>GET /api/facts</c></summary>
internal static class ListFacts
{
    internal sealed record FactFilter(string? Case, string? Actor, string? Type, DateTimeOffset? From, DateTimeOffset? To, string? After, int? Limit);

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/facts", Handle)
        .Describe("listFacts", "audit", "Facts over all cases, newest first", AccessRule.AuditFacts);

    internal static async Task<Ok<Page<FactRow>>> Handle([AsParameters] FactFilter filter, IFactReader facts, CancellationToken cancellationToken)
    {
        var page = await facts.Query(new FactQuery(filter.Case, filter.Actor, filter.Type, filter.From?.ToUniversalTime(), filter.To?.ToUniversalTime(),
            filter.After, PageLimit.Check(filter.Limit)), cancellationToken);
        return TypedResults.Ok(new Page<FactRow>([.. page.Items.Select(FactRow.From)], page.Next));
    }
}
