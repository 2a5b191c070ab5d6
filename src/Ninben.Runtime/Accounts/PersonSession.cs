namespace Ninben.Runtime.Accounts;

/// <summary>One signed-in browser. The cookie carries 256 random bits; only their SHA-256 is stored.</summary>
/// <param name="SecretHash">64 lower-case hex digits.</param>
/// <param name="Person">Person id.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="EndsAt">UTC; moved ahead while it is in use, never beyond seven days after the start.</param>
public sealed record PersonSession(string SecretHash, string Person, DateTimeOffset StartedAt, DateTimeOffset EndsAt);
