using Ninben.Runtime.Audit;

namespace Ninben.Server.Audit;

/// <summary>How the last check of all chains stands; while it runs, how far it is.</summary>
internal sealed record ChainState(long Cases, long Facts, bool Ok, IReadOnlyList<ChainProblem> Problems, DateTimeOffset? CheckedAt, bool Running);
