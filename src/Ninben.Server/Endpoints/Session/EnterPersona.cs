using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Runtime.Accounts;
using Ninben.Server.Access;
using Ninben.Server.Problems;

namespace Ninben.Server.Endpoints.Session;

/// <summary><c>POST /api/session/persona</c>: demo mode only.</summary>
internal static class EnterPersona
{
    internal sealed record PersonaRequest(string Id);

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/session/persona", Handle)
        .DescribeOpen("enterPersona", "session", "Becomes a persona of the demo; not found outside of a demo").Refuses(400, 403, 404);

    internal static async Task<Results<Ok<Session>, ProblemResult>> Handle(PersonaRequest request, HttpContext context, SignIn signIn, IPeople people,
        ServerOptions options)
    {
        if (options.Mode != ServerMode.Demo || Persona.All.All(p => p.Id != request.Id) || people.Find(request.Id) is not { Disabled: false } person)
            return ProblemResult.NotFound("persona", request.Id);
        await signIn.Start(context, person);
        return TypedResults.Ok(Session.Of(person, options.Mode));
    }
}
