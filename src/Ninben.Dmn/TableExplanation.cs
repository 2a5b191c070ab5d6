using System.Collections.Immutable;

namespace Ninben.Dmn;

/// <summary>What one table was asked and which of its rules held.</summary>
/// <param name="DecisionId">The decision that the table belongs to.</param>
/// <param name="DecisionName">Its name, for showing it.</param>
/// <param name="Inputs">The columns with the values they had.</param>
/// <param name="Matched">The rules that held, also those that the hit policy then left out, at most 50.</param>
/// <param name="Near">The rules of which all but one clause held, at most 50; that clause comes first.</param>
public sealed record TableExplanation(
    string DecisionId,
    string DecisionName,
    string HitPolicy,
    ImmutableArray<ExplainedInput> Inputs,
    ImmutableArray<ExplainedRule> Matched,
    ImmutableArray<ExplainedRule> Near);
