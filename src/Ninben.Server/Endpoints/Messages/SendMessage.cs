using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Feel;
using Ninben.Runtime.Messages;
using Ninben.Server.Access;
using Ninben.Server.Problems;
using Ninben.Server.Requests;

namespace Ninben.Server.Endpoints.Messages;

/// <summary><c>POST /api/messages</c></summary>
internal static class SendMessage
{
    private const int LongestText = 400;
    private const int LongestSeconds = 90 * 24 * 3_600;

    /// <param name="Name">The message's name, as in the model.</param>
    /// <param name="Key">The correlation key, or null for a message without one.</param>
    /// <param name="Payload">What it carries; any JSON value.</param>
    /// <param name="TimeToLiveSeconds">How long it waits for a receiver, 0 to 90 days.</param>
    internal sealed record SendMessageRequest(string Name, string? Key = null, FeelValue? Payload = null, int TimeToLiveSeconds = 0);

    /// <param name="Outcome">What became of it.</param>
    /// <param name="Case">The case that received it or that it opened, or null.</param>
    internal sealed record SentMessage(MessageOutcome Outcome, string? Case);

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/messages", Handle)
        .Describe("sendMessage", "messages", "Sends a message to the case that waits for it", AccessRule.SendMessages).Refuses(422, 503);

    internal static async Task<Results<Ok<SentMessage>, ProblemResult>> Handle(SendMessageRequest request, Caller caller, RequestKey key,
        IMessenger messenger, CancellationToken cancellationToken)
    {
        if (request.Name is not { Length: > 0 and <= LongestText })
            return ProblemResult.Invalid("message-name", $"A message has a name of 1 to {LongestText} characters.", "name");
        if (request.Key is { Length: 0 or > LongestText })
            return ProblemResult.Invalid("message-key", $"A correlation key has 1 to {LongestText} characters.", "key");
        if (request.TimeToLiveSeconds is < 0 or > LongestSeconds)
            return ProblemResult.Invalid("time-to-live", $"A message is kept for 0 to {LongestSeconds} seconds.", "timeToLiveSeconds");
        var id = key.Command?.Key ?? Guid.CreateVersion7().ToString("N");
        var message = new Message(id, request.Name, request.Key, request.Payload ?? default, TimeSpan.FromSeconds(request.TimeToLiveSeconds));
        var delivery = await messenger.Send(message, caller.Actor, cancellationToken);
        if (delivery.Refusal is { } refusal) return ProblemResult.From(refusal);
        return TypedResults.Ok(new SentMessage(delivery.Outcome, delivery.Case?.Value));
    }
}
