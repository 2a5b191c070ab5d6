using System.Security.Cryptography;
using System.Text;
using Ninben.Runtime.Execution;
using Ninben.Runtime.Streams;
using Ninben.Storage.Sqlite.Native;

namespace Ninben.Storage.Sqlite.Writing;

/// <summary>The rows of answered commands.</summary>
internal static class CommandRows
{
    private const int Kept = 16;

    public static RecordedCommand? Find(SqliteDatabase database, CommandKey key)
    {
        using var select = database.Statement("""
            select c.id, k.version, k.body from commands k join cases c on c.stream = k.stream where k.key = ?1
            """);
        select.Bind(1, Digest(key.Key, stackalloc byte[32]));
        if (!select.Step()) return null;
        return new RecordedCommand(Ids.FromBytes(select.Blob(0)), select.Number(1),
            select.Blob(2).SequenceEqual(Digest(key.BodyHash, stackalloc byte[32])));
    }

    public static void Insert(SqliteDatabase database, CaseAppend append, long stream, long version)
    {
        var key = append.Key!;
        using var insert = database.Statement("insert into commands (key, body, stream, version, at) values (?1, ?2, ?3, ?4, ?5)");
        insert.Bind(1, Digest(key.Key, stackalloc byte[32])).Bind(2, Digest(key.BodyHash, stackalloc byte[32])).Bind(3, stream)
            .Bind(4, version).Bind(5, append.Stamp.At.ToUnixTimeMilliseconds()).Run();
    }

    private static ReadOnlySpan<byte> Digest(string text, Span<byte> into)
    {
        Span<byte> utf8 = stackalloc byte[768];
        var bytes = Encoding.UTF8.TryGetBytes(text, utf8, out var written) ? utf8[..written] : Encoding.UTF8.GetBytes(text);
        SHA256.HashData(bytes, into);
        return into[..Kept];
    }
}
