using Ninben.Oversight.Subjects;
using Ninben.Runtime.Execution;
using Ninben.Runtime.Streams;
using Ninben.Storage.Sqlite.Native;
using Ninben.Storage.Sqlite.Reading;
using Ninben.Storage.Sqlite.Writing;

namespace Ninben.Storage.Sqlite;

/// <summary>Streams in SQLite.</summary>
internal sealed class SqliteCaseStreams(SqliteStore store) : ICaseStreams
{
    public Task<CaseStream?> Load(CaseId id, CancellationToken cancellationToken) => Task.FromResult(store.Readers.Read(database => Load(database, id)));

    public async Task<AppendOutcome> Append(CaseAppend append, CancellationToken cancellationToken)
    {
        var request = AppendRequest.Of(append);
        await store.Writer.Submit(request, cancellationToken);
        return await request.Answer;
    }

    public Task<RecordedCommand?> FindCommand(CommandKey key, CancellationToken cancellationToken) =>
        Task.FromResult(store.Readers.Read(database => CommandRows.Find(database, key)));

    private CaseStream? Load(SqliteDatabase database, CaseId id)
    {
        Span<byte> bytes = stackalloc byte[16];
        if (!Ids.TryToBytes(id, bytes)) return null;
        using var find = database.Statement("""
            select c.stream, s.version, s.bytes from cases c left join snapshots s on s.stream = c.stream where c.id = ?1
            """);
        find.Bind(1, bytes);
        if (!find.Step()) return null;

        var stream = find.Number(0);
        var snapshot = find.IsNull(1) ? null : new StoredSnapshot(find.Number(1), find.Blob(2).ToArray());

        // The burst that the snapshot ends with is read too: its last hash is what the next one continues.
        var facts = new List<StoredFact>();
        using var bursts = database.Statement($"""
            select {BurstRow.Columns} from bursts b where b.stream = ?1 and b.sequence >=
                (select max(sequence) from bursts where stream = ?1 and sequence <= ?2) order by b.sequence
            """);
        bursts.Bind(1, stream).Bind(2, Math.Max(1, snapshot?.Version ?? 0));
        while (bursts.Step()) BurstRow.Read(bursts, id, store.Words, facts);
        if (facts.Count == 0) return null;

        var last = facts[^1];
        if (snapshot is not null) facts.RemoveAll(fact => fact.Sequence <= snapshot.Version);
        return new CaseStream(id, last.Sequence, last.Hash, last.At, snapshot, facts);
    }
}
