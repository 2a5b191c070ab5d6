namespace Ninben.Connectors.Extraction.Layout;

/// <summary>A box on a page (1-based) as fractions of its width and height, the text read there and the lowest confidence of its words.</summary>
public sealed record Spot(int Page, double X, double Y, double Width, double Height, string Text, double Confidence);
