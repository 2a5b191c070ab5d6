using System.Collections.Immutable;
using Ninben.Feel;

namespace Ninben.Oversight.Gates;

/// <summary>What a judgement rests on: the policy's exact version, the rules that matched, the inputs, and what the element asks for by default.</summary>
/// <param name="Policy">Which policy judged.</param>
/// <param name="Matched">Rules that matched.</param>
/// <param name="Inputs">What it looked at, as plain JSON values.</param>
/// <param name="Priority">The element's own priority, for a policy that names none.</param>
public sealed record GateBasis(PolicyRef Policy, ImmutableArray<MatchedPolicyRule> Matched, FeelContext Inputs, int Priority);
