using System.Text.Json;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Streams;
using Ninben.Storage.Sqlite.Native;

namespace Ninben.Storage.Sqlite.Reading;

/// <summary>A row of <c>bursts</c> taken apart into facts.</summary>
internal static class BurstRow
{
    /// <summary>The columns that <see cref="Read"/> expects, in order.</summary>
    public const string Columns = "b.position, b.sequence, b.at, b.actor, b.cause, b.types, b.hashes, b.bodies";

    /// <summary>
    /// Adds the facts of the current row. Damage shows as facts with empty bodies or hashes, never as an exception: the chain check names them.
    /// </summary>
    public static void Read(SqliteStatement row, CaseId id, Words words, List<StoredFact> into)
    {
        var types = row.Blob(5);
        var hashes = row.Blob(6).ToArray();
        var bodies = row.Blob(7).ToArray();
        var position = row.Number(0);
        var sequence = row.Number(1);
        var at = TimeOf(row.Number(2));
        var by = words.Actor(row.Number(3));
        var cause = row.Text(4);
        var parts = new JsonArrayParts(bodies);
        for (var i = 0; i < types.Length; i++)
        {
            var hash = hashes.Length >= (i + 1) * 32 ? hashes.AsMemory(i * 32, 32) : ReadOnlyMemory<byte>.Empty;
            into.Add(new StoredFact(position + i, id, sequence + i, at, by, cause, words.TypeName(types[i]), parts.Next(), hash));
        }

        // More bodies than types: somebody added one. Its type is unknown, so it stands out.
        while (parts.Next() is { IsEmpty: false } extra)
            into.Add(new StoredFact(position, id, into[^1].Sequence + 1, at, by, cause, "unknown-type", extra, ReadOnlyMemory<byte>.Empty));
    }

    private static DateTimeOffset TimeOf(long milliseconds) =>
        milliseconds is > -62135596800000 and < 253402300799999 ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : DateTimeOffset.UnixEpoch;

    /// <summary>The elements of a JSON array as slices of its bytes; empty after the last one or after a fault.</summary>
    private struct JsonArrayParts(byte[] json)
    {
        private int offset = json.Length > 0 && json[0] == '[' ? 1 : json.Length;

        public ReadOnlyMemory<byte> Next()
        {
            if (offset >= json.Length || json[offset] == ']') return ReadOnlyMemory<byte>.Empty;
            var reader = new Utf8JsonReader(json.AsSpan(offset));
            try
            {
                if (!reader.Read() || !reader.TrySkip()) return Fault();
            }
            catch (JsonException)
            {
                return Fault();
            }

            var part = json.AsMemory(offset, (int)reader.BytesConsumed);
            offset += part.Length;
            if (offset < json.Length && json[offset] == ',') offset++;
            else if (offset != json.Length - 1 || json[offset] != ']') offset = json.Length;
            return part;
        }

        private ReadOnlyMemory<byte> Fault()
        {
            offset = json.Length;
            return ReadOnlyMemory<byte>.Empty;
        }
    }
}
