using System.Collections.Immutable;

namespace Ninben.Runtime.Audit;

/// <summary>What a check of hash chains found.</summary>
/// <param name="Cases">Cases looked at.</param>
/// <param name="Facts">Facts looked at.</param>
/// <param name="Problems">Broken places, at most <see cref="ChainCheck.MostProblems"/>.</param>
public sealed record ChainReport(long Cases, long Facts, ImmutableArray<ChainProblem> Problems)
{
    /// <summary>True when nothing is broken.</summary>
    public bool Ok => Problems.IsEmpty;
}
