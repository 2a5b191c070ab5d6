using Ninben.Runtime.Execution;

namespace Ninben.Runtime.Accounts;

/// <summary>The answer to a change of accounts that carried an idempotency key, kept so that the same request again is not a second change.</summary>
/// <param name="Key">The key and what it stands for.</param>
/// <param name="Answer">The answer as JSON, without any secret; empty for an answer without a body.</param>
/// <param name="At">When it was given.</param>
public sealed record KeptAnswer(CommandKey Key, string Answer, DateTimeOffset At);
