using System.Collections.Immutable;

namespace Ninben.Dmn;

/// <summary>A decision's answer with the reasons: every table that was evaluated on the way, in order.</summary>
public sealed record DecisionExplanation(DecisionResult Result, ImmutableArray<TableExplanation> Tables);
