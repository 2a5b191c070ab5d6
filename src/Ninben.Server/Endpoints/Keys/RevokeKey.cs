using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Runtime.Accounts;
using Ninben.Server.Access;
using Ninben.Server.Problems;
using Ninben.Server.Requests;

namespace Ninben.Server.Endpoints.Keys;

/// <summary><c>DELETE /api/keys/{id}</c></summary>
internal static class RevokeKey
{
    public static void Map(IEndpointRouteBuilder app) => app.MapDelete("/api/keys/{id}", Handle)
        .Describe("revokeKey", "keys", "Revokes a key, from the next request on", AccessRule.ManageAccess).Refuses(404, 422);

    internal static async Task<Results<NoContent, ProblemResult>> Handle(string id, RequestKey key, AnswerOnce once, IApiKeys keys, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var (earlier, reused) = once.Find(key);
        if (reused is not null) return reused;
        if (earlier is not null) return TypedResults.NoContent();
        return await keys.Revoke(id, time.GetUtcNow(), once.Keep(key, ""), cancellationToken) ? TypedResults.NoContent() : ProblemResult.NotFound("key", id);
    }
}
