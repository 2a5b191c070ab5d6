using System.Globalization;
using System.Text;
using Ninben.Oversight.Gates;
using Ninben.Oversight.Reviews;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Views;
using Ninben.Storage.Sqlite.Folding;
using Ninben.Storage.Sqlite.Native;

namespace Ninben.Storage.Sqlite;

/// <summary>
/// The inbox. Every open page is a merge of a few index ranges: one per group that the person may see, one for everyone's reviews and
/// one for the person's own. Each gives at most one page, so the cost depends on the page and the groups, not on how much is open.
/// Reviews of suspended cases are in none of the ranges.
/// </summary>
internal sealed class SqliteReviewView(SqliteStore store, ProcessNames names) : IReviewView
{
    private const int CountLimit = 1000;
    private static readonly TimeSpan s_atRisk = TimeSpan.FromHours(1);
    private static readonly string[] s_verdicts = ["approve", "amend", "reject", "return"];

    private const string Columns = """
        r.stream, r.number, r.state, r.party, r.due, r.rank, r.tier, r.flags, r.version, r.opened_at, r.decided_at, r.decided_as, r.undo_until,
        r.assignee, r.assignee_name, r.title, r.why, c.id, c.process
        """;

    private const string From = "from reviews r cross join cases c on c.stream = r.stream";

    public Task<Page<ReviewRow>> List(ReviewQuery query, CancellationToken cancellationToken) => Task.FromResult(store.Readers.Read(database =>
        query.Listing == ReviewListing.Done ? Done(database, query) : Open(database, query)));

    public Task<ReviewRow?> Find(ItemId review, CancellationToken cancellationToken) => Task.FromResult(store.Readers.Read(database =>
    {
        Span<byte> bytes = stackalloc byte[16];
        if (!Ids.TryToBytes(review.Case, bytes)) return null;
        using var row = database.Statement($"""
            select {Columns} from cases c join reviews r on r.stream = c.stream where c.id = ?1 and r.number = ?2
            """);
        return row.Bind(1, bytes).Bind(2, review.Number).Step() ? Row(row) : null;
    }));

    public Task<int> CountOpen(string person, IReadOnlyList<string>? groups, CancellationToken cancellationToken) =>
        Task.FromResult(store.Readers.Read(database =>
        {
            var count = 0;
            foreach (var party in Parties(groups))
            {
                using var ready = database.Statement("select count(*) from (select 1 from reviews where state = 0 and suspended = 0 and party = ?1 limit ?2)");
                if (ready.Bind(1, party).Bind(2, CountLimit - count).Step()) count += ready.Small(0);
                if (count >= CountLimit) return CountLimit;
            }

            using var own = database.Statement("select count(*) from (select 1 from reviews where state = 1 and suspended = 0 and assignee = ?1 limit ?2)");
            if (own.Bind(1, person).Bind(2, CountLimit - count).Step()) count += own.Small(0);
            return count;
        }));

    private Page<ReviewRow> Open(SqliteDatabase database, ReviewQuery query)
    {
        var limit = Math.Clamp(query.Limit, 1, 200);
        var after = Place.Parse(query.After);
        var latest = query.Listing == ReviewListing.AtRisk ? (store.Time.GetUtcNow() + s_atRisk).ToUnixTimeMilliseconds() : ReviewOpens.NoDue;
        var found = new List<(Place Place, ReviewRow Row)>();
        if (query.Listing != ReviewListing.Mine)
        {
            foreach (var party in Parties(query.Groups is { } groups ? groups : (IReadOnlyList<string>?)null))
            {
                using var rows = Range(database, "r.state = 0 and r.suspended = 0 and r.party = ?1", query);
                Collect(rows.Bind(1, party), query, (after, latest, limit + 1), found);
            }
        }

        using (var own = Range(database, "r.state = 1 and r.suspended = 0 and r.assignee = ?1", query))
            Collect(own.Bind(1, query.Person), query, (after, latest, limit + 1), found);

        found.Sort((left, right) => left.Place.CompareTo(right.Place));
        var next = found.Count > limit ? found[limit - 1].Place.ToString() : null;
        return new Page<ReviewRow>([.. found.Take(limit).Select(item => item.Row)], next);
    }

    /// <summary>
    /// One index range from a place on. The due time comes as a plain bound, which SQLite can seek to; the rest of the place is compared
    /// among rows of the same due time.
    /// </summary>
    private static SqliteStatement Range(SqliteDatabase database, string condition, ReviewQuery query) => database.Statement(string.Intern($"""
        select {Columns} {From} where {condition} and r.due >= ?2 and r.due <= ?3 and (r.due > ?2 or (r.rank, r.stream, r.number) > (?4, ?5, ?6))
        {FilterOf(query)} order by r.due, r.rank, r.stream, r.number limit ?7
        """));

    private static string FilterOf(ReviewQuery query)
    {
        var filter = new StringBuilder();
        if (query.Tier is not null) filter.Append(" and r.tier = ?8");
        if (!string.IsNullOrEmpty(query.Search)) filter.Append(" and instr(lower(r.title), ?9) > 0");
        if (query.Process is not null) filter.Append(" and c.process in (select code from words where kind = 3 and substr(text, instr(text, '|') + 1) = ?10)");
        return filter.ToString();
    }

    private static void BindFilter(SqliteStatement rows, ReviewQuery query)
    {
        if (query.Tier is { } tier) rows.Bind(8, (long)tier);
        if (!string.IsNullOrEmpty(query.Search)) rows.Bind(9, query.Search.ToLowerInvariant());
        if (query.Process is not null) rows.Bind(10, query.Process);
    }

    private void Collect(SqliteStatement rows, ReviewQuery query, (Place After, long Latest, int Limit) range, List<(Place Place, ReviewRow Row)> found)
    {
        BindFilter(rows, query);
        rows.Bind(2, range.After.Due).Bind(3, range.Latest).Bind(4, range.After.Rank).Bind(5, range.After.Stream).Bind(6, range.After.Number)
            .Bind(7, range.Limit);
        while (rows.Step()) found.Add((new Place(rows.Number(4), rows.Number(5), rows.Number(0), rows.Number(1)), Row(rows)));
    }

    private Page<ReviewRow> Done(SqliteDatabase database, ReviewQuery query)
    {
        var limit = Math.Clamp(query.Limit, 1, 200);
        var after = query.After is null ? new Place(long.MaxValue, 0, long.MaxValue, long.MaxValue) : Place.Parse(query.After);
        var parties = query.Groups is { } groups ? $"and (r.assignee = ?1 or r.party in ({string.Join(',', Parties(groups))}))" : "";
        using var rows = database.Prepare($"""
            select {Columns} {From} where r.state = 2 and (r.decided_at, r.stream, r.number) < (?2, ?5, ?6) {parties} {FilterOf(query)}
            order by r.decided_at desc, r.stream desc, r.number desc limit ?7
            """);
        BindFilter(rows, query);
        rows.Bind(1, query.Person).Bind(2, after.Due).Bind(5, after.Stream).Bind(6, after.Number).Bind(7, limit + 1);

        var page = new List<ReviewRow>();
        var last = after;
        while (rows.Step())
        {
            if (page.Count == limit) return new Page<ReviewRow>(page, last.ToString());
            page.Add(Row(rows));
            last = new Place(rows.Number(10), 0, rows.Number(0), rows.Number(1));
        }

        return new Page<ReviewRow>(page, null);
    }

    /// <summary>Codes of the groups that the person may see: everyone's (0) first. Null groups means all that exist.</summary>
    private IEnumerable<long> Parties(IReadOnlyList<string>? groups)
    {
        yield return 0;
        if (groups is null)
        {
            foreach (var word in store.Words.All(WordKind.Party)) yield return word.Value;
            yield break;
        }

        foreach (var group in groups.Distinct())
            if (store.Words.Find(WordKind.Party, group) is { } code) yield return code;
    }

    private ReviewRow Row(SqliteStatement row)
    {
        var (process, version) = store.Words.Process(row.Number(18));
        var id = Ids.FromBytes(row.Blob(17));
        var due = row.Number(4);
        var party = row.Number(3);
        return new ReviewRow(new ItemId(id, row.Small(1)).ToString(), id.Value, process, names.Of(process, version), row.Text(15), row.Text(16),
            row.Small(7), (FrictionTier)row.Small(6), 100 - row.Small(5), party == 0 ? null : store.Words.Text(party), (ReviewState)row.Small(2),
            row.TextOrNull(13), row.TextOrNull(14), Times.At(row.Number(9)), due >= ReviewOpens.NoDue ? null : Times.At(due),
            Times.OrNull(row.NumberOrNull(10)), row.IsNull(11) ? null : s_verdicts[row.Small(11)], Times.OrNull(row.NumberOrNull(12)), row.Number(8));
    }

    /// <summary>A place in the order of a list; its text is the cursor.</summary>
    private readonly record struct Place(long Due, long Rank, long Stream, long Number) : IComparable<Place>
    {
        public static Place Parse(string? cursor)
        {
            var parts = cursor?.Split('.') ?? [];
            if (parts.Length != 4) return default;
            Span<long> numbers = stackalloc long[4];
            for (var i = 0; i < 4; i++)
                if (!long.TryParse(parts[i], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out numbers[i])) return default;
            return new Place(numbers[0], numbers[1], numbers[2], numbers[3]);
        }

        public int CompareTo(Place other) => (Due, Rank, Stream, Number).CompareTo((other.Due, other.Rank, other.Stream, other.Number));

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Due}.{Rank}.{Stream}.{Number}");
    }
}
