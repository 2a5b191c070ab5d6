using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Runtime.Accounts;
using Ninben.Server.Access;
using Ninben.Server.Problems;

namespace Ninben.Server.Endpoints.Keys;

/// <summary><c>DELETE /api/keys/{id}</c></summary>
internal static class RevokeKey
{
    public static void Map(IEndpointRouteBuilder app) => app.MapDelete("/api/keys/{id}", Handle)
        .Describe("revokeKey", "keys", "Revokes a key, from the next request on", AccessRule.ManageAccess).Refuses(404);

    internal static async Task<Results<NoContent, ProblemResult>> Handle(string id, IApiKeys keys, TimeProvider time, CancellationToken cancellationToken) =>
        await keys.Revoke(id, time.GetUtcNow(), cancellationToken) ? TypedResults.NoContent() : ProblemResult.NotFound("key", id);
}
