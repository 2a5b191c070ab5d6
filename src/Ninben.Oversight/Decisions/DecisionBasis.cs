using System.Collections.Immutable;
using Ninben.Oversight.Gates;

namespace Ninben.Oversight.Decisions;

/// <summary>What a decision rests on: <c>gate</c> (passed by policy), <c>verdicts</c> (people) or <c>rules</c> (a DMN decision).</summary>
/// <param name="Kind"><c>gate</c>, <c>verdicts</c> or <c>rules</c>.</param>
/// <param name="Policy">The policy that passed or routed it; null when an explicit user task asked.</param>
/// <param name="Reviews">Numbers of the reviews whose verdicts settled it.</param>
public sealed record DecisionBasis(string Kind, PolicyRef? Policy, ImmutableArray<int> Reviews);
