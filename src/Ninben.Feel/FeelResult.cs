using System.Collections.Immutable;

namespace Ninben.Feel;

/// <summary>The value of an evaluation and at most 50 notes about data problems met on the way.</summary>
public sealed record FeelResult(FeelValue Value, ImmutableArray<EvaluationNote> Notes);
