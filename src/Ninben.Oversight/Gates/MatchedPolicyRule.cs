namespace Ninben.Oversight.Gates;

/// <summary>A rule that matched: its decision, 1-based number, id and the owner's annotation.</summary>
public sealed record MatchedPolicyRule(string Decision, int Number, string? RuleId, string? Annotation);
