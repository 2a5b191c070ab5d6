using Ninben.Oversight.Subjects;
using Ninben.Runtime.Drafts;
using Ninben.Storage.Sqlite.Native;

namespace Ninben.Storage.Sqlite;

/// <summary>Drafts in SQLite.</summary>
internal sealed class SqliteDrafts(SqliteStore store) : IDrafts
{
    private const int LongestDraft = 64 * 1024;

    public async Task Save(ItemId review, string person, ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        if (json.Length > LongestDraft) throw new ArgumentException($"A draft is at most {LongestDraft} bytes, found {json.Length}.", nameof(json));
        var at = store.Time.GetUtcNow().ToUnixTimeMilliseconds();
        await store.Write(turn =>
        {
            using var insert = turn.Database.Statement("insert or replace into drafts (review, person, at, body) values (?1, ?2, ?3, ?4)");
            insert.Bind(1, review.ToString()).Bind(2, person).Bind(3, at).Bind(4, json.Span).Run();
            return true;
        }, cancellationToken);
    }

    public Task<Draft?> Find(ItemId review, string person, CancellationToken cancellationToken) => Task.FromResult(store.Readers.Read(database =>
    {
        using var select = database.Statement("select body, at from drafts where review = ?1 and person = ?2");
        return select.Bind(1, review.ToString()).Bind(2, person).Step() ? new Draft(select.Blob(0).ToArray(), Times.At(select.Number(1))) : null;
    }));

    /// <summary>Removes a draft in the transaction that settles it.</summary>
    public static void Remove(SqliteDatabase database, ItemId review, string person)
    {
        using var delete = database.Statement("delete from drafts where review = ?1 and person = ?2");
        delete.Bind(1, review.ToString()).Bind(2, person).Run();
    }
}
