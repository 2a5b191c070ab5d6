using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Server.Access;
using Ninben.Server.Audit;

namespace Ninben.Server.Endpoints.Audit;

/// <summary><c>GET /api/audit/chain</c></summary>
internal static class GetChain
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/audit/chain", Handle)
        .Describe("getChain", "audit", "How the last check of all hash chains stands", AccessRule.AuditFacts);

    internal static Ok<ChainState> Handle(ChainWatch watch) => TypedResults.Ok(watch.State);
}
