using System.Text.Json.Serialization;

namespace Ninben.Connectors.Ocr;

/// <summary>One word on a page. Boxes are fractions of the page's width and height, confidence is 0..1.</summary>
public sealed record PageWord(
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("confidence")] double Confidence,
    [property: JsonPropertyName("x")] double X,
    [property: JsonPropertyName("y")] double Y,
    [property: JsonPropertyName("width")] double Width,
    [property: JsonPropertyName("height")] double Height);
