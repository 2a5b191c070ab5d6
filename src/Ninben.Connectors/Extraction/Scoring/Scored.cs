using Ninben.Connectors.Extraction.Layout;

namespace Ninben.Connectors.Extraction.Scoring;

/// <summary>A value that a field may have, with what speaks for and against it.</summary>
/// <param name="Value">The value.</param>
/// <param name="Features">What was observed, in the order of the model's weights.</param>
/// <param name="Spot">Where it was read best.</param>
/// <param name="Agreement">Share of the readings that read it so, 0..1.</param>
/// <param name="Repaired">True when no reading had it plainly.</param>
internal sealed record Scored<T>(T Value, double[] Features, Spot Spot, double Agreement, bool Repaired);
