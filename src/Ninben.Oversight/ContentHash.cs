using System.Security.Cryptography;
using System.Text;
using Ninben.Feel;

namespace Ninben.Oversight;

/// <summary>SHA-256 in 64 lower-case hex digits: names documents, models, payloads (<c>act</c>) and review contents (<c>shown</c>).</summary>
public static class ContentHash
{
    /// <summary>Hash of bytes as they are.</summary>
    public static string OfBytes(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>Hash of the text in UTF-8.</summary>
    public static string OfText(string text) => OfBytes(Encoding.UTF8.GetBytes(text));

    /// <summary>Hash of the value's canonical JSON (sorted keys, shortest numbers), so that equal values have equal hashes.</summary>
    public static string OfCanonical(FeelValue value) => OfBytes(FeelJson.ToCanonicalUtf8(value));
}
