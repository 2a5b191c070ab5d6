using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Ninben.Server.Access;
using Ninben.Server.Live;
using Ninben.Server.Problems;

namespace Ninben.Server.Endpoints.Live;

/// <summary><c>GET /api/events</c>: server-sent events; a reconnect with Last-Event-ID gets what it missed.</summary>
internal static class FollowEvents
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/events", Handle)
        .Describe("followEvents", "live", "What is committed, as it happens (server-sent events)", AccessRule.Anyone)
        .Produces<LiveEvent>(200, "text/event-stream").Refuses(429);

    internal static IResult Handle(HttpContext context, Caller caller, EventStream stream, LiveConnections connections, string? after)
    {
        if (!connections.TryEnter(caller.Actor.Id))
            return new ProblemResult(Problem.Of(StatusCodes.Status429TooManyRequests, "too-many-streams", "Too many live connections", "Close some windows."));
        context.Response.OnCompleted(() =>
        {
            connections.Leave(caller.Actor.Id);
            return Task.CompletedTask;
        });
        context.Response.Headers["X-Accel-Buffering"] = "no";
        var last = context.Request.Headers["Last-Event-ID"].FirstOrDefault() ?? after;
        long? position = long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null;
        return TypedResults.ServerSentEvents(stream.Read(caller, position, context.RequestAborted));
    }
}
