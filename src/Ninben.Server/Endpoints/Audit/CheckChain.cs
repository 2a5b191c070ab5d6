using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Server.Access;
using Ninben.Server.Audit;

namespace Ninben.Server.Endpoints.Audit;

/// <summary><c>POST /api/audit/chain</c>: reads everything, changes nothing.</summary>
internal static class CheckChain
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/audit/chain", Handle)
        .Describe("checkChain", "audit", "Starts a check of all hash chains in the background", AccessRule.AuditFacts);

    internal static Accepted<ChainState> Handle(ChainWatch watch)
    {
        watch.Ask();
        return TypedResults.Accepted("/api/audit/chain", watch.State);
    }
}
