namespace Ninben.Feel;

/// <summary>A place in a source text. Line and column are 1-based, offset and length count characters from 0.</summary>
/// <param name="Source">File or model name, null when the text has none.</param>
/// <param name="Element">The BPMN or DMN element id the text belongs to, if any.</param>
public sealed record SourceLocation(string? Source, int Line, int Column, int Offset, int Length, string? Element = null)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Source ?? "text"}({Line},{Column})");
}
