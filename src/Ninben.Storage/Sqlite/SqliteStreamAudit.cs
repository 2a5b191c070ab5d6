using System.Runtime.CompilerServices;
using Ninben.Bpmn.Cases;
using Ninben.Oversight.Facts;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Audit;
using Ninben.Runtime.Streams;
using Ninben.Storage.Sqlite.Folding;
using Ninben.Storage.Sqlite.Migrations;
using Ninben.Storage.Sqlite.Native;
using Ninben.Storage.Sqlite.Reading;
using Ninben.Storage.Sqlite.Writing;

namespace Ninben.Storage.Sqlite;

/// <summary>Reads whole streams and compares rows: each case is folded anew into a database in memory and its rows are compared as text.</summary>
internal sealed class SqliteStreamAudit(ReaderPool readers, Words words, SqliteWriter? writer) : IStreamAudit, IDisposable
{
    private const int CasesAtOnce = 200;

    /// <summary>
    /// What must be equal. Numbers that only this database gives (streams, groups, leases) are left out or replaced by what they stand for; so is when a
    /// call is due, which follows from the called case.
    /// </summary>
    private static readonly string[] s_rows =
    [
        """
        select 'case', c.version, w.text, c.ending, c.reviews, c.incidents, c.opened_at, c.closed_at, c.business_key, c.title, c.suspended
        from cases c left join words w on w.code = c.process where c.id = ?1
        """,
        """
        select 'review', r.number, r.state, w.text, r.due, r.rank, r.tier, r.flags, r.instance, r.version, r.opened_at, r.decided_at, r.decided_as,
            r.undo_until, r.assignee, r.assignee_name, r.title, r.why, r.suspended
        from reviews r left join words w on w.code = r.party where r.stream = (select stream from cases where id = ?1) order by r.number
        """,
        """
        select 'work', number, kind, case when kind <> 8 then due end, seconds, review, sequence
        from work where stream = (select stream from cases where id = ?1) order by number
        """,
    ];

    private readonly Lock gate = new();
    private SqliteDatabase? scratch;
    private readonly Words scratchWords = new();

    public async IAsyncEnumerable<AuditedStream> ReadAll([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long after = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var from = after;
            var chunk = await Task.Run(() => readers.Read(database => ReadChunk(database, from)), cancellationToken);
            if (chunk.Count == 0) yield break;
            foreach (var (stream, audited) in chunk)
            {
                after = stream;
                yield return audited;
            }
        }
    }

    public IReadOnlyList<string> CompareRows(AuditedStream stream)
    {
        var expected = Expected(stream);
        if (expected is null) return [];
        var found = readers.Read(database => Rows(database, stream.Case));
        var differences = new List<string>();
        foreach (var row in expected.Except(found)) differences.Add($"A view row is missing or differs; the facts say: {row}");
        foreach (var row in found.Except(expected)) differences.Add($"A view row stands there that the facts do not say: {row}");
        return differences;
    }

    public async Task<long> Rebuild(Action<long>? progress, CancellationToken cancellationToken)
    {
        if (writer is null) throw new StorageException("This database was opened for reading only; views cannot be rebuilt in it.");
        var request = new PlainWrite<long>(turn => ViewRebuild.Run(turn, words, progress));
        await writer.Submit(request, cancellationToken);
        return await request.Answer;
    }

    public void Dispose() => scratch?.Dispose();

    private List<(long Stream, AuditedStream Audited)> ReadChunk(SqliteDatabase database, long after)
    {
        var chunk = new List<(long, AuditedStream)>();
        using var rows = database.Statement("""
            select c.stream, c.id, c.version, s.version, s.bytes from cases c left join snapshots s on s.stream = c.stream
            where c.stream > ?1 order by c.stream limit ?2
            """);
        rows.Bind(1, after).Bind(2, CasesAtOnce);
        while (rows.Step())
        {
            var id = Ids.FromBytes(rows.Blob(1));
            var facts = new List<StoredFact>();
            using var bursts = database.Statement($"select {BurstRow.Columns} from bursts b where b.stream = ?1 order by b.sequence");
            bursts.Bind(1, rows.Number(0));
            while (bursts.Step()) BurstRow.Read(bursts, id, words, facts);
            var snapshot = rows.IsNull(3) ? null : new StoredSnapshot(rows.Number(3), rows.Blob(4).ToArray());
            chunk.Add((rows.Number(0), new AuditedStream(id, rows.Number(2), snapshot, facts)));
        }

        return chunk;
    }

    /// <summary>The rows that the facts fold to; null for a parked case, whose rows nobody can fold.</summary>
    private List<string>? Expected(AuditedStream stream)
    {
        lock (gate)
        {
            var database = scratch ??= OpenScratch();
            database.Execute("begin");
            try
            {
                var turn = new WriteTurn(database, scratchWords, 0);
                foreach (var append in Bursts(stream.Facts))
                {
                    if (append is null) return null;
                    AppendRequest.Of(append).Apply(turn);
                }

                return Rows(database, stream.Case);
            }
            finally
            {
                database.Execute("rollback");
                scratchWords.Forget();
            }
        }
    }

    private static SqliteDatabase OpenScratch()
    {
        var database = SqliteDatabase.OpenMemory();
        Migrator.Run(database, DateTimeOffset.UnixEpoch);
        return database;
    }

    /// <summary>The bursts as they were appended; null at a fact that this version does not know.</summary>
    internal static IEnumerable<CaseAppend?> Bursts(IReadOnlyList<StoredFact> facts)
    {
        for (var from = 0; from < facts.Count;)
        {
            var first = facts[from];
            var to = from + 1;
            while (to < facts.Count && (facts[to].At, facts[to].Cause, facts[to].By) == (first.At, first.Cause, first.By)) to++;
            var burst = new List<Fact>();
            for (var i = from; i < to; i++)
            {
                if (FactCatalogue.Read(facts[i].Type, facts[i].Body.Span) is not { } fact)
                {
                    yield return null;
                    yield break;
                }

                burst.Add(fact);
            }

            yield return new CaseAppend(first.Case, first.Sequence - 1, new Stamp(first.At, first.By, first.Cause),
                new SealedBurst([.. burst], [.. facts.Skip(from).Take(to - from).Select(fact => fact.Type)], "[]"u8.ToArray(), ReadOnlyMemory<byte>.Empty));
            from = to;
        }
    }

    private static List<string> Rows(SqliteDatabase database, CaseId id)
    {
        var found = new List<string>();
        foreach (var sql in s_rows)
        {
            using var rows = database.Statement(sql);
            rows.Bind(1, Ids.ToBytes(id));
            while (rows.Step()) found.Add(string.Join(" | ", Enumerable.Range(0, rows.Columns).Select(column => rows.TextOrNull(column) ?? "-")));
        }

        return found;
    }
}
