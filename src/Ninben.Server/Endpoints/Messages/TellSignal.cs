using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Feel;
using Ninben.Runtime.Messages;
using Ninben.Server.Access;
using Ninben.Server.Problems;
using Ninben.Server.Requests;

namespace Ninben.Server.Endpoints.Messages;

/// <summary><c>POST /api/signals</c></summary>
internal static class TellSignal
{
    private const int LongestName = 400;

    /// <param name="Name">The signal's name, as in the model.</param>
    /// <param name="Payload">What comes with it; any JSON value.</param>
    internal sealed record TellSignalRequest(string Name, FeelValue? Payload = null);

    /// <param name="Heard">How many waiting events heard it.</param>
    /// <param name="Started">How many cases it opened.</param>
    internal sealed record ToldSignal(int Heard, int Started);

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/signals", Handle)
        .Describe("tellSignal", "messages", "Tells a signal to every case that waits for it", AccessRule.SendMessages).Refuses(422, 503);

    internal static async Task<Results<Ok<ToldSignal>, ProblemResult>> Handle(TellSignalRequest request, Caller caller, RequestKey key, IMessenger messenger,
        TimeProvider time, CancellationToken cancellationToken)
    {
        if (request.Name is not { Length: > 0 and <= LongestName })
            return ProblemResult.Invalid("signal-name", $"A signal has a name of 1 to {LongestName} characters.", "name");
        var id = key.Command?.Key ?? Guid.CreateVersion7().ToString("N");
        var call = new SignalCall(id, request.Name, request.Payload ?? default, time.GetUtcNow(), null);
        var delivery = await messenger.Tell(call, caller.Actor, cancellationToken);
        return TypedResults.Ok(new ToldSignal(delivery.Heard, delivery.Started));
    }
}
