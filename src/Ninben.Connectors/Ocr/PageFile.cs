namespace Ninben.Connectors.Ocr;

/// <summary>An image file of a page.</summary>
public sealed record PageFile(string Path, string MediaType);
