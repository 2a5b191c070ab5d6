using System.Collections.Immutable;
using Ninben.Runtime.Accounts;

namespace Ninben.Storage.Sqlite.Accounts;

/// <summary>API keys in <c>accounts.db</c>, with all of them in memory by the hash of their secret.</summary>
internal sealed class SqliteApiKeys(AccountsFile file) : IApiKeys
{
    private ImmutableDictionary<string, ApiKey> _keys = Load(file);

    public ApiKey? FindBySecret(string secretHash) => _keys.GetValueOrDefault(secretHash);

    public IReadOnlyList<ApiKey> All() => [.. _keys.Values.OrderByDescending(k => k.CreatedAt)];

    public Task<bool> Add(ApiKey key, KeptAnswer? answer, CancellationToken cancellationToken) => Task.FromResult(file.InTransaction(f =>
    {
        if (!SqliteKeptAnswers.Keep(f, answer)) return false;
        f.Execute("insert into api_keys (id, name, roles, secret_hash, created_at, created_by) values (?1, ?2, ?3, ?4, ?5, ?6)",
            key.Id, key.Name, AccountText.Lines(key.Roles), key.SecretHash, AccountText.Instant(key.CreatedAt), key.CreatedBy);
        _keys = _keys.Add(key.SecretHash, key);
        return true;
    }));

    public Task<bool> Revoke(string id, DateTimeOffset at, KeptAnswer? answer, CancellationToken cancellationToken) => Task.FromResult(file.InTransaction(f =>
    {
        var key = _keys.Values.FirstOrDefault(k => k.Id == id);
        if (key is null) return false;
        SqliteKeptAnswers.Keep(f, answer);
        if (key.RevokedAt is not null) return true;
        f.Execute("update api_keys set revoked_at = ?2 where id = ?1", id, AccountText.Instant(at));
        _keys = _keys.SetItem(key.SecretHash, key with { RevokedAt = at });
        return true;
    }));

    private static ImmutableDictionary<string, ApiKey> Load(AccountsFile file) => file
        .Read("select id, name, roles, secret_hash, created_at, created_by, revoked_at from api_keys", r => new ApiKey(r.Text(0), r.Text(1),
            AccountText.Lines(r.Text(2)), r.Text(3), AccountText.Instant(r.Text(4)), r.Text(5),
            r.TextOrNull(6) is { } revoked ? AccountText.Instant(revoked) : null))
        .ToImmutableDictionary(k => k.SecretHash);
}
