namespace Ninben.Dmn;

/// <summary>A rule that decided.</summary>
/// <param name="DecisionId">The decision whose table holds the rule.</param>
/// <param name="Number">The row, from 1.</param>
/// <param name="RuleId">The rule's id, if the model gives one.</param>
/// <param name="Annotation">Its annotations, separated by "; ", or its description; null when it has none.</param>
public sealed record MatchedRule(string DecisionId, int Number, string? RuleId, string? Annotation);
