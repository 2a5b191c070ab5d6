using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Ninben.Runtime.Streams;

namespace Ninben.Server.Problems;

/// <summary>Turns whatever ends a request early into a problem: nothing leaves as an empty page or a stack trace.</summary>
internal sealed partial class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null }) await Answer(context,
                ForStatus(context));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client went away; nobody reads an answer.
        }
        catch (BadHttpRequestException exception)
        {
            await Answer(context, ForBadRequest(exception));
        }
        catch (StorageException exception)
        {
            LogStorage(logger, exception, context.TraceIdentifier);
            context.Response.Headers.RetryAfter = "1";
            await Answer(context, Problem.Of(StatusCodes.Status503ServiceUnavailable, "storage-unavailable", "The store cannot take this now",
                "Nothing was changed, or it was recorded under your Idempotency-Key. Send the same request again."));
        }
#pragma warning disable CA1031 // the last resort of the house: a bug becomes a 500 with a trace id
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogBug(logger, exception, context.TraceIdentifier);
            await Answer(context, Problem.Of(StatusCodes.Status500InternalServerError, "internal", "Something went wrong inside",
                "The fault is recorded under the trace id."));
        }
    }

    private static Task Answer(HttpContext context, Problem problem)
    {
        if (!context.Response.HasStarted) return ProblemResult.Write(context, problem);
        // Half an answer is out already: cutting the connection is the only honest sign.
        context.Abort();
        return Task.CompletedTask;
    }

    private static Problem ForBadRequest(BadHttpRequestException exception) => exception.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => Problem.Of(413, "too-large", "The request is too large", exception.Message),
        StatusCodes.Status415UnsupportedMediaType => Problem.Of(415, "media-type", "The content type is not the expected one", exception.Message),
        _ => Problem.Of(exception.StatusCode, "request-faulty", "The request cannot be read",
            exception.InnerException is JsonException json ? JsonFault(json) : exception.Message),
    };

    // The framework's own sentences name our types; a client gets the place and what is missing.
    private static string JsonFault(JsonException json)
    {
        const string Missing = "missing required properties including: ";
        var at = json.Message.IndexOf(Missing, StringComparison.Ordinal);
        return at >= 0
            ? "These members are missing: " + json.Message[(at + Missing.Length)..].TrimEnd('.').Replace('\'', '"') + "."
            : $"The value at {json.Path ?? "$"} is not what is expected there.";
    }

    private static Problem ForStatus(HttpContext context) => context.Response.StatusCode switch
    {
        404 => Problem.Of(404, "not-found", "Not found", $"There is nothing at {context.Request.Path}."),
        405 => Problem.Of(405, "method", "Not with this method", $"{context.Request.Path} does not answer {context.Request.Method}."),
        413 => Problem.Of(413, "too-large", "The request is too large"),
        415 => Problem.Of(415, "media-type", "The content type is not the expected one", $"Found '{context.Request.ContentType}'."),
        var status => Problem.Of(status, "status-" + status, "The request was not done"),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "The store failed in request {TraceId}")]
    private static partial void LogStorage(ILogger logger, Exception exception, string traceId);

    [LoggerMessage(Level = LogLevel.Error, Message = "A bug ended request {TraceId}")]
    private static partial void LogBug(ILogger logger, Exception exception, string traceId);
}
