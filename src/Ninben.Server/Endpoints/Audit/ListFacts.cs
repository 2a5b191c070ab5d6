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
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/facts", Handle)
        .Describe("listFacts", "audit", "Facts over all cases, newest first", AccessRule.AuditFacts);

    internal static async Task<Ok<Page<FactRow>>> Handle(string? @case, string? actor, string? type, DateTimeOffset? from, DateTimeOffset? to, string? after,
        int? limit, IFactReader facts, CancellationToken cancellationToken)
    {
        var query = new FactQuery(@case, actor, type, from?.ToUniversalTime(), to?.ToUniversalTime(), after, PageLimit.Check(limit));
        var page = await facts.Query(query, cancellationToken);
        return TypedResults.Ok(new Page<FactRow>([.. page.Items.Select(FactRow.From)], page.Next));
    }
}
