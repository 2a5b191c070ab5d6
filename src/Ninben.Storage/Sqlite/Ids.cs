using System.Buffers;
using Ninben.Oversight.Subjects;

namespace Ninben.Storage.Sqlite;

/// <summary>Case ids are 16 bytes in the database and 32 hex digits everywhere else.</summary>
internal static class Ids
{
    public static byte[] ToBytes(CaseId id)
    {
        var bytes = new byte[16];
        if (id.Value is not { Length: 32 } text || Convert.FromHexString(text, bytes, out _, out _) != OperationStatus.Done)
            throw new ArgumentException($"A case id is 32 hex digits, found '{id.Value}'.", nameof(id));
        return bytes;
    }

    /// <summary>False for a text that no case can have.</summary>
    public static bool TryToBytes(CaseId id, Span<byte> bytes) =>
        id.Value is { Length: 32 } text && Convert.FromHexString(text, bytes, out _, out _) == OperationStatus.Done;

    public static CaseId FromBytes(ReadOnlySpan<byte> bytes) => new(Convert.ToHexStringLower(bytes));
}
