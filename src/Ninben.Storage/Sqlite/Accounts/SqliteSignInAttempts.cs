using Ninben.Runtime.Accounts;

namespace Ninben.Storage.Sqlite.Accounts;

/// <summary>Failed sign-ins in <c>accounts.db</c>: a restart unlocks nobody.</summary>
internal sealed class SqliteSignInAttempts(AccountsFile file) : ISignInAttempts
{
    public Task<DateTimeOffset?> Count(string name, DateTimeOffset now, AttemptLimit limit, CancellationToken cancellationToken) =>
        Task.FromResult(file.InTransaction(f => Count(f, AccountText.Key(name), now, limit)));

    public Task Clear(string name, CancellationToken cancellationToken) =>
        Task.FromResult(file.InTransaction(f => f.Execute("delete from sign_in_attempts where name_key = ?1", AccountText.Key(name))));

    private static DateTimeOffset? Count(AccountsFile f, string key, DateTimeOffset now, AttemptLimit limit)
    {
        // Names that nobody tried for a day are forgotten, so a flood of made-up names does not stay in the file.
        f.Execute("delete from sign_in_attempts where last_at < ?1", AccountText.Instant(now.AddDays(-1)));
        var rows = f.Read("select failures, locked_until from sign_in_attempts where name_key = ?1",
            r => (Failures: r.Number(0), Locked: r.TextOrNull(1)), key);
        var (failures, locked) = rows.Count == 0 ? (0, null) : rows[0];
        if (locked is not null && AccountText.Instant(locked) is var until && until > now) return until;

        failures = locked is null ? failures + 1 : 1;
        DateTimeOffset? lockedUntil = failures > limit.Failures ? now + limit.LockedFor : null;
        f.Execute("""
            insert into sign_in_attempts (name_key, failures, last_at, locked_until) values (?1, ?2, ?3, ?4)
            on conflict (name_key) do update set failures = ?2, last_at = ?3, locked_until = ?4
            """, key, failures, AccountText.Instant(now), lockedUntil is { } u ? AccountText.Instant(u) : null);
        return lockedUntil;
    }
}
