using System.Text.Json;
using Ninben.Bpmn.Cases;
using Ninben.Oversight.Facts;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Jobs;
using Ninben.Runtime.Streams;
using Ninben.Storage.Sqlite.Native;
using Ninben.Storage.Sqlite.Reading;

namespace Ninben.Storage.Sqlite;

/// <summary>Claims on work rows. A claim is written like everything else, in the writer's next transaction.</summary>
internal sealed class SqliteWorkQueue(SqliteStore store) : IWorkQueue
{
    private const int LimitAtOnce = 500;

    public async Task<IReadOnlyList<WorkItem>> Claim(WorkClaim claim, CancellationToken cancellationToken)
    {
        store.Signals.BeginLook(claim.Kind);
        if (!store.Readers.Read(database => IsAnyDue(database, claim))) return [];
        var claimed = await store.Write(turn => Claim(turn.Database, claim), cancellationToken);
        if (claimed.Count == 0) return [];
        return store.Readers.Read(database => claimed.ConvertAll(row => Item(database, claim.Kind, row)));
    }

    public Task Release(WorkItem item, CancellationToken cancellationToken) => GiveBack(item, null, cancellationToken);

    public Task Postpone(WorkItem item, DateTimeOffset due, CancellationToken cancellationToken) =>
        GiveBack(item, due.ToUnixTimeMilliseconds(), cancellationToken);

    private Task<bool> GiveBack(WorkItem item, long? due, CancellationToken cancellationToken) => store.Write(turn =>
    {
        using var update = turn.Database.Statement("""
            update work set state = case state when 1 then 0 else state end, lease_until = null, due = coalesce(?4, due)
            where stream = (select stream from cases where id = ?1) and number = ?2 and epoch = ?3 and state <> 0
            """);
        update.Bind(1, Ids.ToBytes(item.Id.Case)).Bind(2, item.Id.Number).Bind(3, item.Lease.Epoch).Bind(4, due).Run();
        if (turn.Database.Changes > 0) turn.Rows.Due(item.Kind, due ?? 0);
        return true;
    }, cancellationToken);

    public Task<DateTimeOffset?> NextDue(WorkKind kind, CancellationToken cancellationToken) => Task.FromResult(store.Readers.Read(database =>
    {
        using var select = database.Statement("""
            select min(at) from (select min(due) as at from work where kind = ?1 and state = 0
                union all select min(lease_until) from work where kind = ?1 and state = 1)
            """);
        select.Bind(1, (long)kind);
        return select.Step() && select.NumberOrNull(0) is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : (DateTimeOffset?)null;
    }));

    public void Wake(WorkKind kind) => store.Signals.Notify(kind, 0);

    public void Look(WorkKind kind) => store.Signals.BeginLook(kind);

    public Task Wait(WorkKind kind, TimeSpan atMost, CancellationToken cancellationToken) => store.Signals.Wait(kind, atMost, cancellationToken);

    private static bool IsAnyDue(SqliteDatabase database, WorkClaim claim)
    {
        using var ready = database.Statement("select 1 from work where kind = ?1 and state = 0 and due <= ?2 limit 1");
        if (ready.Bind(1, (long)claim.Kind).Bind(2, claim.Now.ToUnixTimeMilliseconds()).Step()) return true;
        using var leased = database.Statement("select 1 from work where kind = ?1 and state = 1 and lease_until <= ?2 limit 1");
        return leased.Bind(1, (long)claim.Kind).Bind(2, claim.Now.ToUnixTimeMilliseconds()).Step();
    }

    /// <summary>Ready and expired rows are two index ranges and two statements; one statement with OR would walk one of them whole.</summary>
    private static List<Claimed> Claim(SqliteDatabase database, WorkClaim claim)
    {
        var found = new List<Claimed>();
        var limit = Math.Min(claim.Limit, LimitAtOnce);
        Collect(database.Statement("""
            select w.stream, w.number, w.epoch, w.seconds, w.state, w.sequence, c.id from work w join cases c on c.stream = w.stream
            where w.kind = ?1 and w.state = 1 and w.lease_until <= ?2 order by w.lease_until limit ?3
            """), (claim, limit), found);
        Collect(database.Statement("""
            select w.stream, w.number, w.epoch, w.seconds, w.state, w.sequence, c.id from work w join cases c on c.stream = w.stream
            where w.kind = ?1 and w.state = 0 and w.due <= ?2 order by w.due limit ?3
            """), (claim, limit - found.Count), found);

        foreach (var row in found)
        {
            using var update = database.Statement("update work set state = 1, epoch = ?3, lease_until = ?4 where stream = ?1 and number = ?2");
            update.Bind(1, row.Stream).Bind(2, row.Number).Bind(3, row.Epoch).Bind(4, row.Until).Run();
        }

        return found;
    }

    private static void Collect(SqliteStatement rows, (WorkClaim Claim, int AtMost) range, List<Claimed> found)
    {
        using (rows)
        {
            var now = range.Claim.Now.ToUnixTimeMilliseconds();
            rows.Bind(1, (long)range.Claim.Kind).Bind(2, now).Bind(3, range.AtMost);
            while (rows.Step())
            {
                found.Add(new Claimed(Ids.FromBytes(rows.Blob(6)), rows.Number(0), rows.Small(1), rows.Number(2) + 1,
                    now + (rows.Number(3) * 1000) + (long)range.Claim.Margin.TotalMilliseconds, rows.Small(4) == 1, rows.Number(5)));
            }
        }
    }

    /// <summary>Adds the fact that asked for the work, read beside the writer.</summary>
    private WorkItem Item(SqliteDatabase database, WorkKind kind, Claimed row)
    {
        var facts = new List<StoredFact>();
        using var burst = database.Statement($"""
            select {BurstRow.Columns} from bursts b where b.stream = ?1 and b.sequence <= ?2 order by b.sequence desc limit 1
            """);
        if (burst.Bind(1, row.Stream).Bind(2, row.Sequence).Step()) BurstRow.Read(burst, row.Case, store.Words, facts);
        var request = facts.Find(fact => fact.Sequence == row.Sequence) is { } stored ? Read(stored) : null;
        return new WorkItem(new ItemId(row.Case, row.Number), kind, new WorkLease(row.Number, row.Epoch), Times.At(row.Until), row.Reclaimed, request);
    }

    /// <summary>A damaged fact is null here; the chain check names it.</summary>
    private static Fact? Read(StoredFact stored)
    {
        try
        {
            return FactCatalogue.Read(stored.Type, stored.Body.Span);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Claimed(CaseId Case, long Stream, int Number, long Epoch, long Until, bool Reclaimed, long Sequence);
}
