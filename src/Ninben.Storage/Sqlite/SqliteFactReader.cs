using System.Globalization;
using System.Runtime.CompilerServices;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Streams;
using Ninben.Runtime.Views;
using Ninben.Storage.Sqlite.Native;
using Ninben.Storage.Sqlite.Reading;

namespace Ninben.Storage.Sqlite;

/// <summary>Reads facts out of bursts.</summary>
internal sealed class SqliteFactReader(SqliteStore store) : IFactReader
{
    /// <summary>Bursts looked at for one page of a filtered query; a page may be short, its cursor goes on from there.</summary>
    private const int ScanLimit = 20_000;

    private const int ChunkSize = 200;

    public async IAsyncEnumerable<StoredFact> Read(CaseId id, long fromSequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = Math.Max(1, fromSequence);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var from = next;
            var chunk = store.Readers.Read(database => ReadChunk(database, id, from));
            if (chunk.Count == 0) yield break;
            foreach (var fact in chunk)
                if (fact.Sequence >= fromSequence) yield return fact;
            next = chunk[^1].Sequence + 1;
            await Task.Yield();
        }
    }

    public Task<Page<StoredFact>> Query(FactQuery query, CancellationToken cancellationToken) =>
        Task.Run(() => store.Readers.Read(database => Query(database, query, cancellationToken)), cancellationToken);

    public Task<IReadOnlyList<StoredFact>> After(long position, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StoredFact>>(store.Readers.Read(database =>
        {
            var facts = new List<StoredFact>();
            using var rows = database.Statement($"""
                select {BurstRow.Columns}, c.id from bursts b join cases c on c.stream = b.stream
                where b.position >= coalesce((select max(position) from bursts where position <= ?1), 0) order by b.position
                """);
            rows.Bind(1, position + 1);
            while (facts.Count < limit + ChunkSize && rows.Step())
            {
                BurstRow.Read(rows, Ids.FromBytes(rows.Blob(8)), store.Words, facts);
                facts.RemoveAll(fact => fact.Position <= position);
                if (facts.Count >= limit) break;
            }

            return facts.Count > limit ? facts.GetRange(0, limit) : facts;
        }));

    public Task<long> Head(CancellationToken cancellationToken) => Task.FromResult(store.Writer.Position);

    private List<StoredFact> ReadChunk(SqliteDatabase database, CaseId id, long from)
    {
        var facts = new List<StoredFact>();
        Span<byte> bytes = stackalloc byte[16];
        if (!Ids.TryToBytes(id, bytes)) return facts;
        using var rows = database.Statement($"""
            select {BurstRow.Columns} from bursts b where b.stream = (select stream from cases where id = ?1)
                and b.sequence + length(b.types) > ?2 and b.sequence >= ?2 - 20000 order by b.sequence limit {ChunkSize}
            """);
        rows.Bind(1, bytes).Bind(2, from);
        while (rows.Step()) BurstRow.Read(rows, id, store.Words, facts);
        return facts;
    }

    private Page<StoredFact> Query(SqliteDatabase database, FactQuery query, CancellationToken cancellationToken)
    {
        var filter = new Filter(query, store.Words);
        var found = new List<StoredFact>();
        var limit = Math.Clamp(query.Limit, 1, 500);
        long? stream = null;
        if (query.Case is not null)
        {
            stream = StreamOf(database, new CaseId(query.Case));
            if (stream is null) return new Page<StoredFact>([], null);
        }

        var before = long.TryParse(query.After, NumberStyles.None, CultureInfo.InvariantCulture, out var cursor) ? cursor : long.MaxValue;
        var scanned = 0;
        using var rows = stream is null ? All(database, filter, before) : OfCase(database, filter, stream.Value, before);
        var burst = new List<StoredFact>();
        while (rows.Step())
        {
            cancellationToken.ThrowIfCancellationRequested();
            scanned++;
            burst.Clear();
            if (filter.MayMatch(rows))
            {
                BurstRow.Read(rows, Ids.FromBytes(rows.Blob(8)), store.Words, burst);
                for (var i = burst.Count - 1; i >= 0; i--)
                {
                    if (burst[i].Position >= before || !filter.Matches(burst[i])) continue;
                    found.Add(burst[i]);
                    if (found.Count == limit) return new Page<StoredFact>(found, Cursor(burst[i].Position));
                }
            }

            if (scanned == ScanLimit) return new Page<StoredFact>(found, Cursor(rows.Number(0)));
        }

        return new Page<StoredFact>(found, null);
    }

    private static string Cursor(long position) => position.ToString(CultureInfo.InvariantCulture);

    private static SqliteStatement All(SqliteDatabase database, Filter filter, long before) => database.Statement($"""
        select {BurstRow.Columns}, c.id, b.mask from bursts b join cases c on c.stream = b.stream
        where b.position < ?1 and b.at >= ?2 and b.at < ?3 and (?4 = 0 or b.mask & ?4 <> 0) order by b.position desc
        """).Bind(1, before).Bind(2, filter.From).Bind(3, filter.To).Bind(4, filter.Mask);

    private static SqliteStatement OfCase(SqliteDatabase database, Filter filter, long stream, long before) => database.Statement($"""
        select {BurstRow.Columns}, c.id, b.mask from bursts b join cases c on c.stream = b.stream
        where b.stream = ?5 and b.position < ?1 and b.at >= ?2 and b.at < ?3 and (?4 = 0 or b.mask & ?4 <> 0) order by b.sequence desc
        """).Bind(1, before).Bind(2, filter.From).Bind(3, filter.To).Bind(4, filter.Mask).Bind(5, stream);

    private static long? StreamOf(SqliteDatabase database, CaseId id)
    {
        Span<byte> bytes = stackalloc byte[16];
        if (!Ids.TryToBytes(id, bytes)) return null;
        using var find = database.Statement("select stream from cases where id = ?1");
        return find.Bind(1, bytes).Step() ? find.Number(0) : null;
    }

    /// <summary>A query's conditions in the store's own numbers.</summary>
    private sealed class Filter
    {
        private readonly string? type;
        private readonly string? actor;
        private readonly HashSet<long>? actors;

        public Filter(FactQuery query, Words words)
        {
            type = query.Type;
            actor = query.Actor;
            From = query.From?.ToUnixTimeMilliseconds() ?? 0;
            To = query.To?.ToUnixTimeMilliseconds() ?? long.MaxValue;
            if (type is not null)
                foreach (var (name, code) in words.Types)
                    if (IsOfType(name)) Mask |= 1L << Math.Min((int)code, 62);
            if (type is not null && Mask == 0) Mask = 1L << 62;
            if (actor is not null)
                actors = [.. words.All(WordKind.Actor).Where(word => words.Actor(word.Value).Id == actor).Select(word => word.Value)];
        }

        public long From { get; }

        public long To { get; }

        public long Mask { get; }

        public bool MayMatch(SqliteStatement row) => actors is null || actors.Contains(row.Number(3));

        public bool Matches(StoredFact fact) => (type is null || IsOfType(fact.Type)) && (actor is null || fact.By.Id == actor);

        private bool IsOfType(string name) => type!.EndsWith('.') ? name.StartsWith(type, StringComparison.Ordinal) : name == type;
    }
}
