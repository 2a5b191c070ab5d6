using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Runtime.Views;
using Ninben.Server.Access;
using Ninben.Server.Requests;

namespace Ninben.Server.Endpoints.Cases;

/// <summary><c>GET /api/cases</c></summary>
internal static class ListCases
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/cases", Handle)
        .Describe("listCases", "cases", "Cases, newest first", AccessRule.Anyone);

    internal static async Task<Ok<Page<CaseRow>>> Handle(string? process, string? state, string? q, string? after, int? limit, ICaseView cases,
        CancellationToken cancellationToken) =>
        TypedResults.Ok(await cases.List(new CaseQuery(process, state, q, after, PageLimit.Check(limit)), cancellationToken));
}
