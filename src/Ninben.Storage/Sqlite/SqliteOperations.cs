using System.Globalization;
using System.Text.Json;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Jobs;
using Ninben.Runtime.Operations;
using Ninben.Runtime.Views;
using Ninben.Storage.Sqlite.Native;

namespace Ninben.Storage.Sqlite;

/// <summary>Operations in SQLite.</summary>
internal sealed class SqliteOperations(SqliteStore store) : IOperations
{
    private const int NewestAtOnce = 50;
    private const string Columns = "id, body, started_at, finished_at, state, total, done, refused";

    public async Task Add(Operation operation, IReadOnlyList<CaseId> cases, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.Serialize(new Body(operation.Order, operation.By, operation.RequestHash), JsonSerializerOptions.Web);
        var at = operation.StartedAt.ToUnixTimeMilliseconds();
        // One statement for all of them: everyone who writes waits for this transaction, and a statement for each case takes twice as long.
        var ids = JsonSerializer.SerializeToUtf8Bytes(cases.Select(id => id.Value));
        await store.Write(turn =>
        {
            using (var insert = turn.Database.Statement("""
                insert into operations (id, state, started_at, finished_at, total, body) values (?1, ?2, ?3, ?4, ?5, ?6) on conflict (id) do nothing
                """))
            {
                insert.Bind(1, operation.Id).Bind(2, cases.Count == 0 ? 1 : 0).Bind(3, at).Bind(4, cases.Count == 0 ? (long?)at : null).Bind(5, cases.Count)
                    .Bind(6, body).Run();
            }

            if (turn.Database.Changes == 0) return false;
            using (var insert = turn.Database.Statement("""
                insert into operation_cases (operation, number, "case") select ?1, key + 1, value from json_each(?2)
                """))
            {
                insert.Bind(1, operation.Id).BindText(2, ids).Run();
            }

            turn.Rows.Due(WorkKind.Operation, 0);
            return true;
        }, cancellationToken);
    }

    public Task<Operation?> Find(string id, CancellationToken cancellationToken) => Task.FromResult(store.Readers.Read(database =>
    {
        using var select = database.Statement($"select {Columns} from operations where id = ?1");
        return select.Bind(1, id).Step() ? Read(select) : null;
    }));

    public Task<IReadOnlyList<Operation>> List(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Operation>>(store.Readers.Read(database =>
    {
        var found = new List<Operation>();
        using var select = database.Statement($"select {Columns} from operations order by started_at desc limit {NewestAtOnce}");
        while (select.Step()) found.Add(Read(select));
        return found;
    }));

    public Task<Operation?> NextRunning(CancellationToken cancellationToken) => Task.FromResult(store.Readers.Read(database =>
    {
        using var select = database.Statement($"select {Columns} from operations where state = 0 order by started_at limit 1");
        return select.Step() ? Read(select) : null;
    }));

    public Task<IReadOnlyList<OperationCase>> Next(string id, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OperationCase>>(store.Readers.Read(database =>
        {
            using var select = database.Statement("""
                select number, "case", state, code, message from operation_cases where operation = ?1 and state = 0 order by number limit ?2
                """);
            return Cases(select.Bind(1, id).Bind(2, limit));
        }));

    public async Task Record(string id, IReadOnlyList<OperationCase> cases, CancellationToken cancellationToken)
    {
        var at = store.Time.GetUtcNow().ToUnixTimeMilliseconds();
        await store.Write(turn =>
        {
            foreach (var one in cases)
            {
                using var update = turn.Database.Statement("""
                    update operation_cases set state = ?3, code = ?4, message = ?5 where operation = ?1 and number = ?2
                    """);
                update.Bind(1, id).Bind(2, one.Number).Bind(3, one.Code is null ? 1 : 2).Bind(4, one.Code).Bind(5, one.Message).Run();
            }

            var refused = cases.Count(one => one.Code is not null);
            using var count = turn.Database.Statement("""
                update operations set done = done + ?2, refused = refused + ?3,
                    finished_at = case when state = 0 and done + ?2 + refused + ?3 >= total then ?4 else finished_at end,
                    state = case when state = 0 and done + ?2 + refused + ?3 >= total then 1 else state end
                where id = ?1
                """);
            count.Bind(1, id).Bind(2, cases.Count - refused).Bind(3, refused).Bind(4, at).Run();
            return true;
        }, cancellationToken);
    }

    public Task<Page<OperationCase>> Refusals(string id, string? after, int limit, CancellationToken cancellationToken) =>
        Task.FromResult(store.Readers.Read(database =>
        {
            using var select = database.Statement("""
                select number, "case", state, code, message from operation_cases where operation = ?1 and state = 2 and number > ?2 order by number limit ?3
                """);
            var from = int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
            var found = Cases(select.Bind(1, id).Bind(2, from).Bind(3, limit + 1));
            if (found.Count <= limit) return new Page<OperationCase>(found, null);
            found.RemoveAt(limit);
            return new Page<OperationCase>(found, found[^1].Number.ToString(CultureInfo.InvariantCulture));
        }));

    public async Task<bool> Stop(string id, CancellationToken cancellationToken)
    {
        var at = store.Time.GetUtcNow().ToUnixTimeMilliseconds();
        return await store.Write(turn =>
        {
            using (var update = turn.Database.Statement("update operations set state = 2, finished_at = ?2 where id = ?1 and state = 0"))
                update.Bind(1, id).Bind(2, at).Run();
            return turn.Database.Changes > 0;
        }, cancellationToken);
    }

    private static Operation Read(SqliteStatement row)
    {
        var body = JsonSerializer.Deserialize<Body>(row.Text(1), JsonSerializerOptions.Web)!;
        return new Operation(row.Text(0), body.Order, body.By, Times.At(row.Number(2)), Times.OrNull(row.NumberOrNull(3)), (OperationState)row.Small(4),
            row.Small(5), row.Small(6), row.Small(7))
        { RequestHash = body.RequestHash };
    }

    private static List<OperationCase> Cases(SqliteStatement rows)
    {
        var found = new List<OperationCase>();
        while (rows.Step()) found.Add(new OperationCase(rows.Small(0), rows.Text(1), rows.Small(2) != 0, rows.TextOrNull(3), rows.TextOrNull(4)));
        return found;
    }

    /// <summary>What is stored as JSON.</summary>
    private sealed record Body(OperationOrder Order, Actor By, string? RequestHash);
}
