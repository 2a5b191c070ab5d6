namespace Ninben.Runtime.Audit;

/// <summary>What a check found.</summary>
/// <param name="Cases">Cases looked at.</param>
/// <param name="Facts">Facts looked at.</param>
/// <param name="Problems">At most <see cref="ChainVerifier.MostProblems"/>.</param>
public sealed record AuditReport(long Cases, long Facts, IReadOnlyList<AuditProblem> Problems)
{
    /// <summary>Nothing disagrees.</summary>
    public bool Ok => Problems.Count == 0;
}
