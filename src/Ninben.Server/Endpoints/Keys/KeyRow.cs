using Ninben.Runtime.Accounts;

namespace Ninben.Server.Endpoints.Keys;

/// <summary>An API key without its secret.</summary>
internal sealed record KeyRow(string Id, string Name, IReadOnlyList<string> Roles, DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset? RevokedAt)
{
    public static KeyRow From(ApiKey key) => new(key.Id, key.Name, key.Roles, key.CreatedAt, key.CreatedBy, key.RevokedAt);
}
