using Ninben.Runtime.Jobs;

namespace Ninben.Connectors.Http;

/// <summary>Reads response bodies up to a limit; whoever answers more is cut off.</summary>
internal static class BoundedBody
{
    public static async Task<byte[]> Read(HttpContent content, int most, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > most) throw TooLong(most);
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (body.Length + read > most) throw TooLong(most);
            await body.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return body.ToArray();
    }

    private static ConnectorException TooLong(int most) => new($"The answer is longer than {most / 1024} KB and was cut off.") { Retryable = true };
}
