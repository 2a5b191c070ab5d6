using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Runtime.Accounts;
using Ninben.Server.Access;

namespace Ninben.Server.Endpoints.Session;

/// <summary><c>GET /api/session/options</c></summary>
internal static class GetSessionOptions
{
    internal sealed record SessionOptions(bool SetupNeeded, bool Demo, IReadOnlyList<PersonaRow> Personas);

    internal sealed record PersonaRow(string Id, string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Groups, string About);

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/session/options", Handle)
        .DescribeOpen("getSessionOptions", "session", "How one can sign in here");

    internal static Ok<SessionOptions> Handle(ServerOptions options, IPeople people)
    {
        var demo = options.Mode == ServerMode.Demo;
        PersonaRow[] personas = demo ? [.. Persona.All.Select(p => new PersonaRow(p.Id, p.Name, p.Roles, p.Groups, p.About))] : [];
        return TypedResults.Ok(new SessionOptions(people.All().Count == 0, demo, personas));
    }
}
