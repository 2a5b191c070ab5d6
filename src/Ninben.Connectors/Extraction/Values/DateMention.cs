namespace Ninben.Connectors.Extraction.Values;

/// <summary>A date in a line of text.</summary>
/// <param name="Value">The date as read with the document's usual order of day and month.</param>
/// <param name="Swapped">The other date that the same digits may mean, or null when day and month cannot be confused.</param>
/// <param name="Start">Where it starts in the line's text.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Quality">How the text had to be read.</param>
internal sealed record DateMention(DateOnly Value, DateOnly? Swapped, int Start, int Length, DateQuality Quality);
