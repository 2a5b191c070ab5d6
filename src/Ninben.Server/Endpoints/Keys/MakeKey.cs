using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Runtime.Accounts;
using Ninben.Server.Access;
using Ninben.Server.Endpoints.People;
using Ninben.Server.Problems;

namespace Ninben.Server.Endpoints.Keys;

/// <summary><c>POST /api/keys</c>: the only time that the key is shown.</summary>
internal static class MakeKey
{
    internal sealed record MakeKeyRequest(string Name, IReadOnlyList<string> Roles);

    internal sealed record MadeKey(string Id, string Key);

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/keys", Handle)
        .Describe("makeKey", "keys", "Makes an API key and shows it, once", AccessRule.ManageAccess).Refuses(422);

    internal static async Task<Results<Created<MadeKey>, ProblemResult>> Handle(MakeKeyRequest request, Caller caller, IApiKeys keys, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (PersonRow.NameFault(request.Name) is { } fault) return ProblemResult.Invalid("name-faulty", fault, "name");
        if (PersonRow.Fault(request.Roles, []) is { } problem) return problem;

        var secret = KeyHandler.Prefix + Secret.New();
        var key = new ApiKey("key-" + Guid.CreateVersion7().ToString("N"), request.Name.Trim(), [.. request.Roles.Distinct()], Secret.Hash(secret),
            time.GetUtcNow(), caller.Actor.Name, null);
        await keys.Add(key, cancellationToken);
        return TypedResults.Created($"/api/keys/{key.Id}", new MadeKey(key.Id, secret));
    }
}
