using System.Collections.Immutable;
using Ninben.Oversight.Subjects;

namespace Ninben.Runtime.Accounts;

/// <summary>Another program's way in. The secret itself is never stored: <c>SecretHash</c> is the SHA-256 of the whole key text.</summary>
/// <param name="Id">Stable and opaque; recorded in facts.</param>
/// <param name="Name">What the key is for, 1..80 characters.</param>
/// <param name="Roles">Of <see cref="Role"/>; a key never gives verdicts whatever its roles.</param>
/// <param name="SecretHash">64 lower-case hex digits.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="CreatedBy">Name of the admin who made it.</param>
/// <param name="RevokedAt">Set once it is no longer accepted; the row stays, because facts name it.</param>
public sealed record ApiKey(string Id, string Name, ImmutableArray<string> Roles, string SecretHash, DateTimeOffset CreatedAt, string CreatedBy,
    DateTimeOffset? RevokedAt)
{
    /// <summary>The key as recorded in facts.</summary>
    public Actor Actor => new(ActorKind.Key, Id, Name);
}
