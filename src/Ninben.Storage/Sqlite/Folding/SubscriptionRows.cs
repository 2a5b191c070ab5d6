using Ninben.Bpmn.Cases.Items;
using Ninben.Runtime.Jobs;

namespace Ninben.Storage.Sqlite.Folding;

/// <summary>An event waits for a message or a signal; a kept message for it is looked for at once.</summary>
internal sealed record SubscriptionAppears(int Number, SubscriptionKind Kind, string Topic, long At) : RowChange(Number)
{
    public override void Write(RowWriter writer, long stream)
    {
        using var insert = writer.Database.Statement("""
            insert or replace into subscriptions (stream, number, kind, topic, opened_at) values (?1, ?2, ?3, ?4, ?5)
            """);
        insert.Bind(1, stream).Bind(2, Number).Bind(3, (long)Kind).Bind(4, Topic).Bind(5, At).Run();
        if (Kind != SubscriptionKind.Message) return;
        using var kept = writer.Database.Statement("select 1 from messages where topic = ?1 limit 1");
        if (kept.Bind(1, Topic).Step()) writer.Due(WorkKind.KeptMessage, 0);
    }
}

/// <summary>The event waits no longer.</summary>
internal sealed record SubscriptionEnds(int Number) : RowChange(Number)
{
    public override void Write(RowWriter writer, long stream)
    {
        using var delete = writer.Database.Statement("delete from subscriptions where stream = ?1 and number = ?2");
        delete.Bind(1, stream).Bind(2, Number).Run();
    }
}
