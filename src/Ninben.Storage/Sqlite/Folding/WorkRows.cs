using Ninben.Oversight.Subjects;
using Ninben.Runtime.Jobs;

namespace Ninben.Storage.Sqlite.Folding;

/// <summary>Work is asked for: it waits for a claim, or starts at once under a lease of its own.</summary>
internal sealed record WorkAppears(int Number, WorkKind Kind, long Due, int Seconds, long Sequence, int? Review) : RowChange(Number)
{
    /// <summary>The work as it starts, or null when it waits.</summary>
    public WorkItem? Starting { get; init; }

    public override void Write(RowWriter writer, long stream)
    {
        using var insert = writer.Database.Statement("""
            insert or replace into work (stream, number, kind, state, due, seconds, epoch, lease_until, review, sequence)
            values (?1, ?2, ?3, coalesce(?4, (select 2 * suspended from cases where stream = ?1)), ?5, ?6, ?7, ?8, ?9, ?10)
            """);
        insert.Bind(1, stream).Bind(2, Number).Bind(3, (long)Kind).Bind(4, Starting is null ? null : (long?)1).Bind(5, Due).Bind(6, Seconds)
            .Bind(7, Starting?.Lease.Epoch ?? WorkLease.Unclaimed(Sequence)).Bind(8, Starting?.LeasedUntil.ToUnixTimeMilliseconds())
            .Bind(9, Review).Bind(10, Sequence).Run();
        if (Starting is null) writer.Due(Kind, Due);
    }
}

/// <summary>An attempt failed; there is another one later.</summary>
internal sealed record WorkWaits(int Number, WorkKind Kind, long Due) : RowChange(Number)
{
    public override void Write(RowWriter writer, long stream)
    {
        using var update = writer.Database.Statement("""
            update work set state = (select 2 * suspended from cases where stream = ?1), due = ?3, lease_until = null
            where stream = ?1 and number = ?2
            """);
        update.Bind(1, stream).Bind(2, Number).Bind(3, Due).Run();
        writer.Due(Kind, Due);
    }
}

/// <summary>The work is over, whichever way.</summary>
internal sealed record WorkEnds(int Number) : RowChange(Number)
{
    public override void Write(RowWriter writer, long stream)
    {
        using var delete = writer.Database.Statement("delete from work where stream = ?1 and number = ?2");
        delete.Bind(1, stream).Bind(2, Number).Run();
    }
}

/// <summary>The job is not wanted any more. What another case does for it is still to be called off, so the row of a call becomes due.</summary>
internal sealed record JobIsCancelled(int Number, long At) : RowChange(Number)
{
    public override void Write(RowWriter writer, long stream)
    {
        using var delete = writer.Database.Statement("delete from work where stream = ?1 and number = ?2 and kind <> 8");
        delete.Bind(1, stream).Bind(2, Number).Run();
        if (writer.Database.Changes > 0) return;
        using var update = writer.Database.Statement("""
            update work set state = 0, due = ?3, lease_until = null, epoch = epoch + 1 where stream = ?1 and number = ?2 and kind = 8
            """);
        update.Bind(1, stream).Bind(2, Number).Bind(3, At).Run();
        if (writer.Database.Changes > 0) writer.Due(WorkKind.Call, At);
    }
}

/// <summary>A called case ends: the call in the case that opened it is due, and whoever holds it has to look again.</summary>
internal sealed record CallerWakes(int Number, string Caller, long At) : RowChange(Number)
{
    public override void Write(RowWriter writer, long stream)
    {
        using var update = writer.Database.Statement("""
            update work set due = ?3, lease_until = null, epoch = epoch + 1, state = (select 2 * suspended from cases c where c.stream = work.stream)
            where stream = (select stream from cases where id = ?1) and number = ?2 and kind = 8
            """);
        update.Bind(1, Ids.ToBytes(new CaseId(Caller))).Bind(2, Number).Bind(3, At).Run();
        if (writer.Database.Changes > 0) writer.Due(WorkKind.Call, At);
    }
}

/// <summary>The action is being sent: from here on a verdict that caused it cannot be undone.</summary>
internal sealed record ActionLeaves(int Number) : RowChange(Number)
{
    public override void Write(RowWriter writer, long stream)
    {
        using var find = writer.Database.Statement("select review from work where stream = ?1 and number = ?2 and review is not null");
        find.Bind(1, stream).Bind(2, Number);
        if (!find.Step()) return;
        using var update = writer.Database.Statement("update reviews set undo_until = null where stream = ?1 and number = ?2");
        update.Bind(1, stream).Bind(2, find.Number(0)).Run();
    }
}
