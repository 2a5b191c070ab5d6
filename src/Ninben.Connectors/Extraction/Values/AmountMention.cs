namespace Ninben.Connectors.Extraction.Values;

/// <summary>An amount in a line of text.</summary>
/// <param name="Value">With its two decimals.</param>
/// <param name="Start">Where it starts in the line's text.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Repaired">True when a letter had to be taken for a digit, or a gap was closed.</param>
/// <param name="Currency">ISO code of a sign or code right before or after it, or null.</param>
internal sealed record AmountMention(decimal Value, int Start, int Length, bool Repaired, string? Currency);
