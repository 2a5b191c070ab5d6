using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Server.Access;
using Ninben.Server.Problems;

namespace Ninben.Server.Endpoints.Session;

/// <summary><c>POST /api/session</c></summary>
internal static class SignInWithPassword
{
    internal sealed record SignInRequest(string Name, string Password);

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/session", Handle)
        .DescribeOpen("signIn", "session", "Signs in with name and password").Refuses(400, 401, 403, 429);

    internal static async Task<Results<Ok<Session>, ProblemResult>> Handle(SignInRequest request, HttpContext context, SignIn signIn, ServerOptions options,
        CancellationToken cancellationToken)
    {
        var (person, lockedUntil) = await signIn.Check(request.Name, request.Password, cancellationToken);
        if (lockedUntil is { } until)
        {
            var seconds = Math.Max(1, (int)(until - options.Time.GetUtcNow()).TotalSeconds);
            context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return new ProblemResult(Problem.Of(StatusCodes.Status429TooManyRequests, "locked", "Too many tries",
                $"This name is locked after {SignIn.Limit.Failures} wrong passwords. Try again in {(seconds + 59) / 60} minutes."));
        }

        if (person is null)
            return new ProblemResult(Problem.Of(StatusCodes.Status401Unauthorized, "wrong-password", "Not signed in", "The name or the password is wrong."));
        await signIn.Start(context, person);
        return TypedResults.Ok(Session.Of(person, options.Mode));
    }
}
