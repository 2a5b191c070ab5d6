namespace Ninben.Oversight.Proposals;

/// <summary>A box on a page of an immutable document.</summary>
/// <param name="Document">Content hash: SHA-256, 64 lower-case hex digits.</param>
/// <param name="Page">1-based.</param>
/// <param name="X">Left edge as a fraction of the page width, 0..1, 4 decimals.</param>
/// <param name="Y">Top edge as a fraction of the page height.</param>
/// <param name="Width">Fraction of the page width.</param>
/// <param name="Height">Fraction of the page height.</param>
/// <param name="Text">The text read there, or null.</param>
public sealed record EvidenceRegion(string Document, int Page, decimal X, decimal Y, decimal Width, decimal Height, string? Text = null);
