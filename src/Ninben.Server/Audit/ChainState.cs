namespace Ninben.Server.Audit;

/// <summary>How the last check of all chains stands; while it runs, how far it is.</summary>
internal sealed record ChainState(long Cases, long Facts, bool Ok, IReadOnlyList<ChainState.ChainProblem> Problems, DateTimeOffset? CheckedAt, bool Running)
{
    /// <summary>Something that does not agree. <c>Sequence</c> is the first fact concerned, 0 for the case as a whole.</summary>
    internal sealed record ChainProblem(string Case, long Sequence, string Message);
}
