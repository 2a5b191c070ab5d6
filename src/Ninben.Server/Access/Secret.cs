using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Ninben.Server.Access;

/// <summary>Random secrets, and what is stored of them.</summary>
internal static class Secret
{
    /// <summary>256 random bits in base64url.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>
    /// SHA-256 in hex. A fast hash is right here: 256 random bits cannot be guessed, unlike a password.
    /// </summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
