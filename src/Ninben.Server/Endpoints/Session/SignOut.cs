using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Server.Access;

namespace Ninben.Server.Endpoints.Session;

/// <summary><c>DELETE /api/session</c></summary>
internal static class SignOut
{
    public static void Map(IEndpointRouteBuilder app) => app.MapDelete("/api/session", Handle)
        .Describe("signOut", "session", "Ends this session; its cookie is worth nothing from then on", AccessRule.AnyPerson);

    internal static async Task<NoContent> Handle(HttpContext context, SignIn signIn)
    {
        await signIn.End(context);
        return TypedResults.NoContent();
    }
}
