using System.Collections.Immutable;
using Ninben.Feel;

namespace Ninben.Dmn;

/// <summary>What a decision answered and why.</summary>
/// <param name="Output">The value; null with a note when the rules give no answer.</param>
/// <param name="Matched">The rules that decided, in this decision and in those it requires, in the order of evaluation.</param>
/// <param name="Notes">Data problems met on the way, at most 50.</param>
/// <param name="Inputs">The values of the input data used.</param>
public sealed record DecisionResult(FeelValue Output, ImmutableArray<MatchedRule> Matched, ImmutableArray<EvaluationNote> Notes, FeelContext Inputs);
