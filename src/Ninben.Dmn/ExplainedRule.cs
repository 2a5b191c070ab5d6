using System.Collections.Immutable;

namespace Ninben.Dmn;

/// <summary>A rule and how its clauses came out; cells that everything passes are left out.</summary>
/// <param name="Number">The row, from 1.</param>
/// <param name="RuleId">The rule's id, if the model gives one.</param>
/// <param name="Annotation">Its annotations or its description; null when it has none.</param>
public sealed record ExplainedRule(int Number, string? RuleId, string? Annotation, ImmutableArray<ExplainedClause> Clauses);
