using System.Collections.Immutable;
using Ninben.Feel;
using Ninben.Oversight.Proposals;

namespace Ninben.Oversight.Decisions;

/// <summary>What a verdict or a gate settles: the outcome, the answer that stands (or fell), its hash, and why.</summary>
public sealed record Settlement(DecisionOutcome Outcome, FeelValue Answer, string Act, ImmutableArray<Reason> Reasons);
