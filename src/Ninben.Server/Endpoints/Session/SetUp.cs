using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Runtime.Accounts;
using Ninben.Server.Access;
using Ninben.Server.Endpoints.People;
using Ninben.Server.Problems;

namespace Ninben.Server.Endpoints.Session;

/// <summary><c>POST /api/setup</c>: makes the first admin, once, with the token from the console.</summary>
internal static class SetUp
{
    internal sealed record SetUpRequest(string Token, string Name, string Password);

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/setup", Handle)
        .DescribeOpen("setUp", "session", "Makes the first admin with the one-time token from the console").Refuses(400, 403, 422);

    internal static async Task<Results<Ok<Session>, ProblemResult>> Handle(SetUpRequest request, HttpContext context, SignIn signIn, IPeople people,
        ServerOptions options)
    {
        if (PersonRow.NameFault(request.Name) is { } nameFault) return ProblemResult.Invalid("name-faulty", nameFault, "name");
        if (SignIn.PasswordFault(request.Password) is { } fault) return ProblemResult.Invalid("password-faulty", fault, "password");

        var first = SignIn.WithPassword(new PersonAccount(Guid.CreateVersion7().ToString("N"), request.Name.Trim(), null,
            [Role.Admin, Role.Owner, Role.Builder, Role.Reviewer], [], Disabled: false, options.Time.GetUtcNow()), request.Password);
        if (!await people.SetUp(Secret.Hash(request.Token), first, context.RequestAborted))
            return new ProblemResult(Problem.Of(StatusCodes.Status403Forbidden, "setup-token", "This set-up link is not valid",
                "It works once, and only the newest one. Start the server again to get a new one, if nobody was set up yet."));
        await signIn.Start(context, first);
        return TypedResults.Ok(Session.Of(first, options.Mode));
    }
}
