using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Ninben.Server.Requests;

/// <summary>The whole body of a change, read once.</summary>
internal sealed record RequestBody(ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Hash of what a request asks for: method, path and this body.</summary>
    public string HashFor(HttpRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}\n"));
        hash.AppendData(Bytes.Span);
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    /// <summary>Lets handlers take the body as a parameter.</summary>
    public static ValueTask<RequestBody?> BindAsync(HttpContext context) => ValueTask.FromResult(context.Features.Get<RequestBody>());
}
