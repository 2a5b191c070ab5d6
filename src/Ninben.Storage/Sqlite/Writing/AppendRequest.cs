using System.Diagnostics;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Streams;
using Ninben.Storage.Sqlite.Folding;
using Ninben.Storage.Sqlite.Native;

namespace Ninben.Storage.Sqlite.Writing;

/// <summary>
/// Appends one burst, and the one that goes with it. The checks come first; only then rows are written, so that a refused append leaves nothing.
/// </summary>
internal sealed class AppendRequest : WriteRequest
{
    private readonly CaseAppend append;
    private readonly BurstRows rows;
    private readonly AppendRequest? then;
    private readonly TaskCompletionSource<AppendOutcome> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly byte[] id;
    private AppendOutcome? outcome;

    private AppendRequest(CaseAppend append)
    {
        this.append = append;
        rows = BurstFold.Fold(append);
        id = Ids.ToBytes(append.Case);
        then = append.Then is null ? null : new AppendRequest(append.Then);
    }

    public Task<AppendOutcome> Answer => answer.Task;

    /// <summary>The request of an append; what it changes in rows is folded here, beside the writer.</summary>
    public static AppendRequest Of(CaseAppend append) => new(append);

    public override void Apply(WriteTurn turn)
    {
        outcome = null;
        if (append.Lease is { } lease && !HoldsLease(turn.Database, lease.Number, lease.Epoch)) outcome = new AppendOutcome.LeaseLost();
        else if (append.Key is { } key && CommandRows.Find(turn.Database, key) is { } recorded) outcome = new AppendOutcome.KeyTaken(recorded);
        if (outcome is not null) return;

        if (WriteCase(turn) is not { } stream)
        {
            outcome = new AppendOutcome.Conflict();
            return;
        }

        var version = append.ExpectedVersion + append.Burst.Facts.Length;
        if (append.Burst.Facts.Length > 0) WriteBurst(turn, stream);
        if (append.Key is not null) CommandRows.Insert(turn.Database, append, stream, version);
        WriteSnapshot(turn.Database, stream, version);
        foreach (var change in rows.Changes) change.Write(turn.Rows, stream);
        if (rows.Draft is { } draft) SqliteDrafts.Remove(turn.Database, new ItemId(append.Case, draft.Review), draft.Person);
        if (then is not null)
        {
            then.Apply(turn);
            if (then.outcome is not AppendOutcome.Committed) throw new UnreachableException("The second burst continues the first.");
        }

        outcome = new AppendOutcome.Committed(turn.Position);
    }

    public override void Acknowledge() => answer.SetResult(outcome!);

    public override void Fail(Exception reason) => answer.SetException(reason);

    private bool HoldsLease(SqliteDatabase database, int number, long epoch)
    {
        using var select = database.Statement("""
            select w.epoch from cases c join work w on w.stream = c.stream and w.number = ?2
            where c.id = ?1 and w.state <> 0 and w.lease_until is not null
            """);
        select.Bind(1, id).Bind(2, number);
        return select.Step() && select.Number(0) == epoch;
    }

    /// <summary>The stream's number, or null when the expected version is not the stored one.</summary>
    private long? WriteCase(WriteTurn turn) => append.ExpectedVersion == 0 ? InsertCase(turn) : UpdateCase(turn);

    private long? InsertCase(WriteTurn turn)
    {
        if (rows.Opened is not { } opened) return null;
        var process = turn.Words.Add(turn.Database, opened.Process, opened.Version);
        using var insert = turn.Database.Statement("""
            insert into cases (id, version, process, ending, reviews, incidents, opened_at, closed_at, business_key, title)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) on conflict (id) do nothing returning stream
            """);
        var at = append.Stamp.At.ToUnixTimeMilliseconds();
        insert.Bind(1, id).Bind(2, append.Burst.Facts.Length).Bind(3, process).Bind(4, rows.Ending).Bind(5, rows.Reviews)
            .Bind(6, rows.Incidents).Bind(7, at).Bind(8, rows.Ending == 0 ? null : at).Bind(9, opened.BusinessKey).Bind(10, rows.Title);
        if (!insert.Step()) return null;
        turn.Count(process, rows.Ending == 0 ? 1 : 0, rows.Ending == 0 ? 0 : 1);
        return insert.Number(0);
    }

    private long? UpdateCase(WriteTurn turn)
    {
        using var update = turn.Database.Statement("""
            update cases set version = version + ?3, reviews = reviews + ?4, incidents = incidents + ?5, ending = ending + ?6,
                closed_at = coalesce(closed_at, ?7), title = coalesce(title, ?8)
            where id = ?1 and version = ?2 returning stream, process
            """);
        update.Bind(1, id).Bind(2, append.ExpectedVersion).Bind(3, append.Burst.Facts.Length).Bind(4, rows.Reviews).Bind(5, rows.Incidents)
            .Bind(6, rows.Ending).Bind(7, rows.Ending == 0 ? null : append.Stamp.At.ToUnixTimeMilliseconds()).Bind(8, rows.Title);
        if (!update.Step()) return null;
        var (stream, process) = (update.Number(0), update.Number(1));
        if (rows.Migrated is { } version) process = ChangeVersion(turn, stream, (process, version));
        if (rows.Ending != 0) turn.Count(process, -1, 1);
        return stream;
    }

    private static long ChangeVersion(WriteTurn turn, long stream, (long Process, int Version) to)
    {
        var code = turn.Words.Add(turn.Database, turn.Words.Process(to.Process).Id, to.Version);
        using var update = turn.Database.Statement("update cases set process = ?2 where stream = ?1");
        update.Bind(1, stream).Bind(2, code).Run();
        turn.Count(to.Process, -1, 0);
        turn.Count(code, 1, 0);
        return code;
    }

    private void WriteBurst(WriteTurn turn, long stream)
    {
        var types = append.Burst.Types;
        Span<byte> codes = stackalloc byte[256];
        if (types.Length > codes.Length) codes = new byte[types.Length];
        codes = codes[..types.Length];
        long mask = 0;
        for (var i = 0; i < types.Length; i++)
        {
            codes[i] = turn.Words.AddType(turn.Database, types[i]);
            mask |= 1L << Math.Min((int)codes[i], 62);
        }

        using var insert = turn.Database.Statement("""
            insert into bursts (position, stream, sequence, at, actor, mask, cause, types, hashes, bodies)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
            """);
        insert.Bind(1, turn.Take(types.Length)).Bind(2, stream).Bind(3, append.ExpectedVersion + 1)
            .Bind(4, append.Stamp.At.ToUnixTimeMilliseconds()).Bind(5, turn.Words.Add(turn.Database, append.Stamp.By)).Bind(6, mask)
            .Bind(7, append.Stamp.Cause).Bind(8, codes).Bind(9, append.Burst.Hashes.Span).BindText(10, append.Burst.Bodies.Span).Run();
    }

    private void WriteSnapshot(SqliteDatabase database, long stream, long version)
    {
        if (rows.Ending != 0 && append.ExpectedVersion > 0)
        {
            using var delete = database.Statement("delete from snapshots where stream = ?1");
            delete.Bind(1, stream).Run();
            return;
        }

        if (append.Snapshot is not { } snapshot) return;
        using var insert = database.Statement("insert or replace into snapshots (stream, version, bytes) values (?1, ?2, ?3)");
        insert.Bind(1, stream).Bind(2, version).Bind(3, snapshot.Span).Run();
    }
}
