using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ninben.Oversight.Subjects;

namespace Ninben.Bpmn.Elements.ActionTasks;

/// <summary>The one stable idempotency key of an effect.</summary>
internal static class EffectKey
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>Base32 (RFC 4648, lower case, no padding) of SHA-256 over case, element and instance: 52 characters.</summary>
    public static string Of(CaseId id, string element, int instance)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id.Value}/{element}/{instance}")));
        Span<char> text = stackalloc char[52];
        for (var i = 0; i < text.Length; i++)
        {
            var value = 0;
            for (var bit = i * 5; bit < (i * 5) + 5; bit++)
                value = (value << 1) | (bit < 256 ? (hash[bit / 8] >> (7 - (bit % 8))) & 1 : 0);
            text[i] = Alphabet[value];
        }

        return new string(text);
    }
}
