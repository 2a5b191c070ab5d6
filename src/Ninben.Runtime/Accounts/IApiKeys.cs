namespace Ninben.Runtime.Accounts;

/// <summary>API keys. Reads answer from memory: they are on the path of every request.</summary>
public interface IApiKeys
{
    /// <summary>The key whose text has this SHA-256 (hex), revoked or not, or null.</summary>
    ApiKey? FindBySecret(string secretHash);

    /// <summary>All keys, newest first.</summary>
    IReadOnlyList<ApiKey> All();

    /// <summary>Adds a key and keeps the answer, if there is one to keep; false when that idempotency key has an answer already.</summary>
    Task<bool> Add(ApiKey key, KeptAnswer? answer, CancellationToken cancellationToken);

    /// <summary>
    /// Revokes from the next request on, and keeps the answer, if there is one to keep; false when there is no such key. Revoking twice keeps the
    /// first instant.
    /// </summary>
    Task<bool> Revoke(string id, DateTimeOffset at, KeptAnswer? answer, CancellationToken cancellationToken);
}
