using System.Collections.Immutable;
using Ninben.Feel;
using Ninben.Oversight.Proposals;

namespace Ninben.Oversight.Gates;

/// <summary>A gate's whole answer, as the policy gave it, with what it was based on.</summary>
/// <param name="Outcome">Pass, hold or block.</param>
/// <param name="Reasons">Why; never empty for hold and block.</param>
/// <param name="Group">Who should review; null lets the element's own group stand.</param>
/// <param name="Priority">0..100, higher first, 50 when the policy is silent.</param>
/// <param name="SlaSeconds">Seconds until the review is due; null for none.</param>
/// <param name="Tier">Care that a verdict must show.</param>
/// <param name="Policy">Which policy judged.</param>
/// <param name="Matched">Rules that matched.</param>
/// <param name="Inputs">The values that the policy looked at.</param>
public sealed record GateJudgement(GateOutcome Outcome, ImmutableArray<Reason> Reasons, string? Group, int Priority, int? SlaSeconds,
    FrictionTier Tier, PolicyRef Policy, ImmutableArray<MatchedPolicyRule> Matched, FeelContext Inputs);
