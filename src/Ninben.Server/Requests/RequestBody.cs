using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Ninben.Server.Requests;

/// <summary>The whole body of a change, read once, and the hash of what the request asks for: method, path and body.</summary>
internal sealed record RequestBody(ReadOnlyMemory<byte> Bytes, string Hash)
{
    public static RequestBody Of(HttpRequest request, ReadOnlyMemory<byte> bytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}\n"));
        hash.AppendData(bytes.Span);
        return new RequestBody(bytes, Convert.ToHexStringLower(hash.GetCurrentHash()));
    }

    /// <summary>Lets handlers take the body as a parameter.</summary>
    public static ValueTask<RequestBody?> BindAsync(HttpContext context) => ValueTask.FromResult(context.Features.Get<RequestBody>());
}
