using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Ninben.Server.Problems;

namespace Ninben.Server.Requests;

/// <summary>
/// Reads the body of a change within its limit, once the caller is known to be allowed. What is too large is read to its end and thrown away (up to
/// 64 MB), because a client that is still sending would otherwise see a broken connection instead of the answer.
/// </summary>
internal sealed class BodyReading(RequestDelegate next)
{
    private const long DrainLimit = 64L * 1024 * 1024;
    private const int FirstRead = 4 * 1024;
    private static readonly JsonDocumentOptions s_strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            await next(context);
            return;
        }

        var rule = context.GetEndpoint()?.Metadata.GetMetadata<BodyRule>() ?? BodyRule.Json;
        if (rule.Content == BodyRule.Kind.Stream)
        {
            await next(context);
            return;
        }

        if (await Read(request, rule.MaxBytes, context.RequestAborted) is not { } bytes)
        {
            await ProblemResult.Write(context, TooLarge(rule.MaxBytes));
            return;
        }

        if (rule.Content == BodyRule.Kind.Json && !bytes.IsEmpty && JsonFault(bytes) is { } fault)
        {
            await ProblemResult.Write(context, Problem.Of(StatusCodes.Status400BadRequest, "json-faulty", "The JSON cannot be read", fault));
            return;
        }

        request.Body = AsStream(bytes);
        context.Features.Set(new RequestBody(bytes));
        await next(context);
    }

    public static Problem TooLarge(int maxBytes) => Problem.Of(StatusCodes.Status413PayloadTooLarge, "too-large", "Too large",
        $"At most {maxBytes / 1024 / 1024} MB are taken here.");

    /// <summary>The bytes, or null when there are more than the limit.</summary>
    public static async Task<ReadOnlyMemory<byte>?> Read(HttpRequest request, int maxBytes, CancellationToken cancellationToken) =>
        request.ContentLength > maxBytes ? await Drain(request.Body, cancellationToken) : await Read(request.Body, maxBytes, cancellationToken);

    /// <summary>The bytes of a stream, or null when there are more than the limit; then the stream is read to its end.</summary>
    public static async Task<ReadOnlyMemory<byte>?> Read(Stream body, int maxBytes, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>(FirstRead);
        while (true)
        {
            var read = await body.ReadAsync(buffer.GetMemory(FirstRead), cancellationToken);
            if (read == 0) return buffer.WrittenMemory;
            buffer.Advance(read);
            if (buffer.WrittenCount > maxBytes) return await Drain(body, cancellationToken);
        }
    }

    /// <summary>Reads and forgets, up to the drain limit.</summary>
    public static async Task<ReadOnlyMemory<byte>?> Drain(Stream body, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            for (var left = DrainLimit; left > 0;)
            {
                var read = await body.ReadAsync(buffer, cancellationToken);
                if (read == 0) break;
                left -= read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return null;
    }

    private static MemoryStream AsStream(ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out var array)
        ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);

    private static string? JsonFault(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, s_strict);
            return null;
        }
        catch (JsonException exception)
        {
            return exception.Message;
        }
    }
}
