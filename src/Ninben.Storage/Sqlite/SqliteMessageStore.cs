using Ninben.Bpmn.Cases.Items;
using Ninben.Feel;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Jobs;
using Ninben.Runtime.Messages;
using Ninben.Storage.Sqlite.Native;

namespace Ninben.Storage.Sqlite;

/// <summary>Subscriptions and kept messages in SQLite.</summary>
internal sealed class SqliteMessageStore(SqliteStore store) : IMessageStore
{
    private const int ReceiversAtOnce = 100;
    private const int ListenersAtOnce = 500;

    public Task<IReadOnlyList<ItemId>> Receivers(string name, string? key, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ItemId>>(store.Readers.Read(database =>
        {
            using var select = database.Statement("""
                select c.id, s.number from subscriptions s join cases c on c.stream = s.stream
                where s.kind = ?1 and s.topic = ?2 order by s.stream, s.number limit ?3
                """);
            return Items(select.Bind(1, (long)SubscriptionKind.Message).Bind(2, Topic.OfMessage(name, key)).Bind(3, ReceiversAtOnce));
        }));

    public Task<IReadOnlyList<ItemId>> Listeners(SignalPage page, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ItemId>>(store.Readers.Read(database =>
        {
            using var select = database.Statement("""
                select c.id, s.number from subscriptions s join cases c on c.stream = s.stream
                where s.kind = ?1 and s.topic = ?2 and s.opened_at <= ?3 and c.id <> ?4
                    and (s.stream, s.number) > (coalesce((select stream from cases where id = ?5), 0), ?6)
                order by s.stream, s.number limit ?7
                """);
            return Items(select.Bind(1, (long)SubscriptionKind.Signal).Bind(2, page.Name).Bind(3, page.At.ToUnixTimeMilliseconds())
                .Bind(4, Bytes(page.Except)).Bind(5, Bytes(page.After?.Case)).Bind(6, page.After?.Number ?? 0).Bind(7, ListenersAtOnce));
        }));

    public async Task Keep(KeptMessage message, CancellationToken cancellationToken)
    {
        var at = store.Time.GetUtcNow().ToUnixTimeMilliseconds();
        var payload = FeelJson.ToUtf8(message.Payload);
        await store.Write(turn =>
        {
            using var insert = turn.Database.Statement("""
                insert into messages (id, topic, name, key, payload, until, at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict (id) do nothing
                """);
            insert.Bind(1, message.Id).Bind(2, Topic.OfMessage(message.Name, message.Key)).Bind(3, message.Name).Bind(4, message.Key)
                .Bind(5, payload).Bind(6, message.Until.ToUnixTimeMilliseconds()).Bind(7, at).Run();
            // An event that began to wait just before looked for kept messages in vain.
            turn.Rows.Due(WorkKind.KeptMessage, 0);
            return true;
        }, cancellationToken);
    }

    public async Task<IReadOnlyList<KeptMessage>> Wanted(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var at = now.ToUnixTimeMilliseconds();
        if (store.Readers.Read(database => IsAnyOver(database, at)))
        {
            await store.Write(turn =>
            {
                using var delete = turn.Database.Statement("delete from messages where until <= ?1");
                delete.Bind(1, at).Run();
                return true;
            }, cancellationToken);
        }

        return store.Readers.Read(database =>
        {
            var wanted = new List<KeptMessage>();
            using var select = database.Statement("""
                select m.id, m.name, m.key, m.payload, m.until from messages m
                where m.until > ?1 and exists (select 1 from subscriptions s where s.kind = ?2 and s.topic = m.topic)
                order by m.at, m.id limit ?3
                """);
            select.Bind(1, at).Bind(2, (long)SubscriptionKind.Message).Bind(3, ReceiversAtOnce);
            while (select.Step())
                wanted.Add(new KeptMessage(select.Text(0), select.Text(1), select.TextOrNull(2),
                    FeelJson.Parse(select.Blob(3).ToArray()), Times.At(select.Number(4))));
            return wanted;
        });
    }

    public async Task Forget(string id, CancellationToken cancellationToken) => await store.Write(turn =>
    {
        using var delete = turn.Database.Statement("delete from messages where id = ?1");
        delete.Bind(1, id).Run();
        return true;
    }, cancellationToken);

    private static bool IsAnyOver(SqliteDatabase database, long at)
    {
        using var over = database.Statement("select 1 from messages where until <= ?1 limit 1");
        return over.Bind(1, at).Step();
    }

    private static List<ItemId> Items(SqliteStatement rows)
    {
        var items = new List<ItemId>();
        while (rows.Step()) items.Add(new ItemId(Ids.FromBytes(rows.Blob(0)), rows.Small(1)));
        return items;
    }

    private static byte[] Bytes(CaseId? id) => id is { } known ? Ids.ToBytes(known) : [];
}
