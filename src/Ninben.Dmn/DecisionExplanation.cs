using System.Collections.Immutable;

namespace Ninben.Dmn;

/// <summary>A decision's answer with the reasons.</summary>
/// <param name="Inputs">The input data that was used, also where no table asked for it.</param>
/// <param name="Tables">Every table that was evaluated on the way, in order: those of required decisions first.</param>
public sealed record DecisionExplanation(DecisionResult Result, ImmutableArray<ExplainedInput> Inputs, ImmutableArray<TableExplanation> Tables);
