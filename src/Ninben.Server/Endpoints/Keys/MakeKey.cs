using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Runtime.Accounts;
using Ninben.Server.Access;
using Ninben.Server.Endpoints.People;
using Ninben.Server.Problems;
using Ninben.Server.Requests;

namespace Ninben.Server.Endpoints.Keys;

/// <summary>
/// <c>POST /api/keys</c>: the only time that the key is shown. The same request again under one <c>Idempotency-Key</c> makes no second key; it is
/// refused with the id of the first (the draft standard allows an error), because only the hash of the secret is stored.
/// </summary>
internal static class MakeKey
{
    internal sealed record MakeKeyRequest(string Name, IReadOnlyList<string> Roles);

    internal sealed record MadeKey(string Id, string Key);

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/keys", Handle)
        .Describe("makeKey", "keys", "Makes an API key and shows it, once", AccessRule.ManageAccess).Refuses(409, 422);

    internal static async Task<Results<Created<MadeKey>, ProblemResult>> Handle(MakeKeyRequest request, Caller caller, RequestKey once, AnswerOnce answers,
        IApiKeys keys, TimeProvider time, CancellationToken cancellationToken)
    {
        var (earlier, reused) = answers.Find(once);
        if (reused is not null) return reused;
        if (earlier is not null) return AlreadyMade(AnswerOnce.Read<string>(earlier));
        if (PersonRow.NameFault(request.Name) is { } fault) return ProblemResult.Invalid("name-faulty", fault, "name");
        if (PersonRow.Fault(request.Roles, []) is { } problem) return problem;

        var secret = KeyHandler.Prefix + Secret.New();
        var key = new ApiKey("key-" + Guid.CreateVersion7().ToString("N"), request.Name.Trim(), [.. request.Roles.Distinct()], Secret.Hash(secret),
            time.GetUtcNow(), caller.Actor.Name, null);
        // Kept without the secret, which is shown once and stored nowhere.
        if (!await keys.Add(key, answers.Keep(once, key.Id), cancellationToken))
            return answers.Find(once) is { Answer: { } same } ? AlreadyMade(AnswerOnce.Read<string>(same)) : AnswerOnce.AtTheSameTime();
        return TypedResults.Created($"/api/keys/{key.Id}", new MadeKey(key.Id, secret));
    }

    private static ProblemResult AlreadyMade(string id) => ProblemResult.Conflict("secret-shown",
        $"This request made the key '{id}' already, and a key is shown only once. If its answer was lost, revoke it and make another one.");
}
