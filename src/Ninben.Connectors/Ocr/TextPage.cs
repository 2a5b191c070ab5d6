using System.Text.Json.Serialization;

namespace Ninben.Connectors.Ocr;

/// <summary>The text of one page.</summary>
/// <param name="Width">Pixels (images), points (PDF text) or characters (plain text); boxes are fractions of it.</param>
/// <param name="Height">In the same unit.</param>
/// <param name="Words">The reading that people see.</param>
/// <param name="OtherReadings">Further readings of the same page in other modes; empty for text that was not read by eye.</param>
public sealed record TextPage(
    [property: JsonPropertyName("width")] int Width,
    [property: JsonPropertyName("height")] int Height,
    [property: JsonPropertyName("words")] IReadOnlyList<PageWord> Words,
    [property: JsonPropertyName("otherReadings")] IReadOnlyList<IReadOnlyList<PageWord>> OtherReadings);
