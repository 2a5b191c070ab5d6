using Ninben.Oversight.Reviews;

namespace Ninben.Storage.Sqlite.Folding;

/// <summary>A review row appears.</summary>
internal sealed record ReviewOpens(int Number, ReviewOpened Fact, long At, long Version) : RowChange(Number)
{
    /// <summary>Stands for "no due time" so that such reviews sort last.</summary>
    public const long NoDue = 1L << 53;

    public override void Write(RowWriter writer, long stream)
    {
        var flags = 0;
        foreach (var field in Fact.Content.Proposal.Fields)
            if (field.Reasons.Length > 0) flags++;
        var why = Fact.Content.Why.Length > 0 ? Fact.Content.Why[0].Text : "";

        using var insert = writer.Database.Statement("""
            insert into reviews (stream, number, state, party, due, rank, tier, flags, instance, version, opened_at, title, why, suspended)
            values (?1, ?2, 0, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, (select suspended from cases where stream = ?1))
            """);
        insert.Bind(1, stream).Bind(2, Number)
            .Bind(3, Fact.Group is null ? 0 : writer.Words.Add(writer.Database, WordKind.Party, Fact.Group))
            .Bind(4, Fact.DueAt?.ToUnixTimeMilliseconds() ?? NoDue).Bind(5, 100 - Fact.Priority).Bind(6, (long)Fact.Tier).Bind(7, flags)
            .Bind(8, Fact.Instance).Bind(9, Version).Bind(10, At).Bind(11, Fact.Content.Title).Bind(12, why).Run();
    }
}

/// <summary>A person takes it, gives it back, or it is no longer needed.</summary>
internal sealed record ReviewMoves(int Number, ReviewState State, string? Assignee, string? AssigneeName, long Version) : RowChange(Number)
{
    public override void Write(RowWriter writer, long stream)
    {
        using var update = writer.Database.Statement("""
            update reviews set state = ?3, assignee = ?4, assignee_name = ?5, version = ?6 where stream = ?1 and number = ?2
            """);
        update.Bind(1, stream).Bind(2, Number).Bind(3, (long)State).Bind(4, Assignee).Bind(5, AssigneeName).Bind(6, Version).Run();
    }
}

/// <summary>A verdict completes it.</summary>
internal sealed record ReviewCompletes(int Number, VerdictKind Kind, string Assignee, string AssigneeName, long At, long Version) : RowChange(Number)
{
    public override void Write(RowWriter writer, long stream)
    {
        using var update = writer.Database.Statement("""
            update reviews set state = 2, assignee = ?3, assignee_name = ?4, decided_at = ?5, decided_as = ?6, version = ?7, undo_until = null
            where stream = ?1 and number = ?2
            """);
        update.Bind(1, stream).Bind(2, Number).Bind(3, Assignee).Bind(4, AssigneeName).Bind(5, At).Bind(6, (long)Kind).Bind(7, Version).Run();
    }
}

/// <summary>The verdict was taken back: claimed by the same person again.</summary>
internal sealed record ReviewReturns(int Number, long Version) : RowChange(Number)
{
    public override void Write(RowWriter writer, long stream)
    {
        using var update = writer.Database.Statement("""
            update reviews set state = 1, decided_at = null, decided_as = null, undo_until = null, version = ?3 where stream = ?1 and number = ?2
            """);
        update.Bind(1, stream).Bind(2, Number).Bind(3, Version).Run();
    }
}

/// <summary>The effect of the verdict waits in the outbox until then.</summary>
internal sealed record ReviewCanBeUndone(int Number, long Until) : RowChange(Number)
{
    public override void Write(RowWriter writer, long stream)
    {
        using var update = writer.Database.Statement("update reviews set undo_until = ?3 where stream = ?1 and number = ?2");
        update.Bind(1, stream).Bind(2, Number).Bind(3, Until).Run();
    }
}
