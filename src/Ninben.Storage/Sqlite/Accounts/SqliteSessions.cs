using System.Collections.Immutable;
using Ninben.Runtime.Accounts;

namespace Ninben.Storage.Sqlite.Accounts;

/// <summary>Signed-in browsers in <c>accounts.db</c>, with all of them in memory: a restart signs nobody out.</summary>
internal sealed class SqliteSessions(AccountsFile file) : ISessions
{
    private ImmutableDictionary<string, PersonSession> _sessions = Load(file);

    public PersonSession? Find(string secretHash) => _sessions.GetValueOrDefault(secretHash);

    public Task Start(PersonSession session, CancellationToken cancellationToken) => Task.FromResult(file.InTransaction(f =>
    {
        f.Execute("delete from sessions where ends_at < ?1", AccountText.Instant(session.StartedAt));
        f.Execute("insert into sessions (secret_hash, person, started_at, ends_at) values (?1, ?2, ?3, ?4)",
            session.SecretHash, session.Person, AccountText.Instant(session.StartedAt), AccountText.Instant(session.EndsAt));
        var ended = _sessions.Values.Where(s => s.EndsAt < session.StartedAt).Select(s => s.SecretHash);
        _sessions = _sessions.RemoveRange(ended).Add(session.SecretHash, session);
        return 0;
    }));

    public Task Extend(string secretHash, DateTimeOffset endsAt, CancellationToken cancellationToken) => Task.FromResult(file.InTransaction(f =>
    {
        if (!_sessions.TryGetValue(secretHash, out var session)) return 0;
        f.Execute("update sessions set ends_at = ?2 where secret_hash = ?1", secretHash, AccountText.Instant(endsAt));
        _sessions = _sessions.SetItem(secretHash, session with { EndsAt = endsAt });
        return 0;
    }));

    public Task End(string secretHash, CancellationToken cancellationToken) => Task.FromResult(file.InTransaction(f =>
    {
        f.Execute("delete from sessions where secret_hash = ?1", secretHash);
        _sessions = _sessions.Remove(secretHash);
        return 0;
    }));

    public Task EndAll(string person, CancellationToken cancellationToken) => Task.FromResult(file.InTransaction(f =>
    {
        f.Execute("delete from sessions where person = ?1", person);
        _sessions = _sessions.RemoveRange(_sessions.Values.Where(s => s.Person == person).Select(s => s.SecretHash));
        return 0;
    }));

    private static ImmutableDictionary<string, PersonSession> Load(AccountsFile file) => file
        .Read("select secret_hash, person, started_at, ends_at from sessions", r => new PersonSession(r.Text(0), r.Text(1),
            AccountText.Instant(r.Text(2)), AccountText.Instant(r.Text(3))))
        .ToImmutableDictionary(s => s.SecretHash);
}
