using Ninben.Connectors.Extraction.Layout;

namespace Ninben.Connectors.Extraction;

/// <summary>A value that was read: text, or a number for amounts. Dates are ISO text.</summary>
public sealed record ExtractedValue(string? Text, decimal? Number, double Score, Spot? Spot);
