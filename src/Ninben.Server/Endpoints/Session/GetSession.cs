using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Server.Access;

namespace Ninben.Server.Endpoints.Session;

/// <summary><c>GET /api/session</c></summary>
internal static class GetSession
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/session", Handle)
        .Describe("getSession", "session", "Who is signed in, with which roles", AccessRule.Anyone);

    internal static Ok<Session> Handle(Caller caller, ServerOptions options) => TypedResults.Ok(
        new Session(new SessionUser(caller.Actor.Id, caller.Actor.Name, caller.Roles, caller.Groups), options.Mode == ServerMode.Demo));
}
