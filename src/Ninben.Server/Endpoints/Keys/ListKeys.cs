using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Runtime.Accounts;
using Ninben.Server.Access;

namespace Ninben.Server.Endpoints.Keys;

/// <summary><c>GET /api/keys</c></summary>
internal static class ListKeys
{
    internal sealed record KeyList(IReadOnlyList<KeyRow> Items);

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/keys", Handle)
        .Describe("listKeys", "keys", "All API keys, without their secrets", AccessRule.ManageAccess);

    internal static Ok<KeyList> Handle(IApiKeys keys) => TypedResults.Ok(new KeyList([.. keys.All().Select(KeyRow.From)]));
}
