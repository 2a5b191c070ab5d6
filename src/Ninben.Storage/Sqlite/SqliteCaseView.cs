using System.Globalization;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Views;
using Ninben.Storage.Sqlite.Native;

namespace Ninben.Storage.Sqlite;

/// <summary>The case list.</summary>
internal sealed class SqliteCaseView(SqliteStore store, ProcessNames names) : ICaseView
{
    private const string Columns =
        "c.id, c.process, c.ending, c.reviews, c.incidents, c.opened_at, c.closed_at, c.business_key, c.title, c.version, c.stream, c.suspended";

    private static readonly string[] s_states = ["running", "completed", "terminated", "cancelled"];

    public Task<Page<CaseRow>> List(CaseQuery query, CancellationToken cancellationToken) =>
        Task.Run(() => store.Readers.Read(database => List(database, query)), cancellationToken);

    public Task<CaseRow?> Find(CaseId id, CancellationToken cancellationToken) => Task.FromResult(store.Readers.Read(database =>
    {
        Span<byte> bytes = stackalloc byte[16];
        if (!Ids.TryToBytes(id, bytes)) return null;
        using var row = database.Statement($"select {Columns} from cases c where c.id = ?1");
        return row.Bind(1, bytes).Step() ? Row(row) : null;
    }));

    public Task<IReadOnlyList<ProcessCount>> CountByProcess(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ProcessCount>>(store.Readers.Read(database =>
        {
            var counts = new List<ProcessCount>();
            using var rows = database.Statement("""
                select p.process, p.open, p.closed,
                    (select count(*) from cases c where c.process = p.process and c.ending = 0 and c.incidents > 0) from process_counts p
                """);
            while (rows.Step())
            {
                var (id, version) = store.Words.Process(rows.Number(0));
                counts.Add(new ProcessCount(id, version, rows.Number(1), rows.Number(2), rows.Number(3)));
            }

            return counts;
        }));

    private Page<CaseRow> List(SqliteDatabase database, CaseQuery query)
    {
        var where = new List<string>();
        var limit = Math.Clamp(query.Limit, 1, 200);
        if (StateCondition(query.State) is { } state) where.Add(state);
        if (query.Process is not null) where.Add($"c.process in ({ProcessCodes(query.Process)})");
        if (!string.IsNullOrEmpty(query.Search))
            where.Add("(c.business_key collate nocase between ?2 and ?3 or c.title collate nocase between ?2 and ?3)");

        // One of few texts: the conditions come from a fixed list, so the statements are few as well.
        using var rows = database.Prepare($"""
            select {Columns} from cases c where c.stream < ?1 {string.Concat(where.Select(condition => " and " + condition))}
            order by c.stream desc limit {limit + 1}
            """);
        rows.Bind(1, long.TryParse(query.After, NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after : long.MaxValue);
        if (!string.IsNullOrEmpty(query.Search)) rows.Bind(2, query.Search).Bind(3, query.Search + "\U0010FFFF");

        var page = new List<CaseRow>();
        long last = 0;
        while (rows.Step())
        {
            if (page.Count == limit) return new Page<CaseRow>(page, last.ToString(CultureInfo.InvariantCulture));
            page.Add(Row(rows));
            last = rows.Number(10);
        }

        return new Page<CaseRow>(page, null);
    }

    private string ProcessCodes(string process) => string.Join(',', store.Words.All(WordKind.Process)
        .Where(word => word.Key.AsSpan(word.Key.IndexOf('|', StringComparison.Ordinal) + 1).SequenceEqual(process))
        .Select(word => word.Value.ToString(CultureInfo.InvariantCulture)));

    private static string? StateCondition(string? state) => state switch
    {
        null or "" => null,
        "running" => "c.ending = 0 and c.suspended = 0 and c.reviews <= 0 and c.incidents <= 0",
        "waiting" => "c.ending = 0 and c.suspended = 0 and c.reviews > 0 and c.incidents <= 0",
        "incident" => "c.ending = 0 and c.suspended = 0 and c.incidents > 0",
        "suspended" => "c.ending = 0 and c.suspended = 1",
        "open" => "c.ending = 0",
        "completed" => "c.ending = 1",
        "terminated" => "c.ending = 2",
        "cancelled" => "c.ending = 3",
        _ => "0",
    };

    private CaseRow Row(SqliteStatement row)
    {
        var (process, version) = store.Words.Process(row.Number(1));
        var (ending, reviews, incidents) = (row.Small(2), row.Small(3), row.Small(4));
        var state = ending != 0 ? s_states[Math.Clamp(ending, 0, 3)]
            : row.Small(11) != 0 ? "suspended" : incidents > 0 ? "incident" : reviews > 0 ? "waiting" : "running";
        return new CaseRow(Ids.FromBytes(row.Blob(0)).Value, process, names.Of(process, version), version, row.TextOrNull(7), state, row.TextOrNull(8),
            Times.At(row.Number(5)), Times.OrNull(row.NumberOrNull(6)), reviews, incidents, row.Number(9));
    }
}
