using System.Text.Json.Serialization;

namespace Ninben.Connectors.Ocr;

/// <summary>The text of a document with the place of every word.</summary>
/// <param name="Engine">What read it, e.g. <c>tesseract-5.3.0</c>, <c>pdf-text</c> or <c>plain-text</c>.</param>
/// <param name="Pages">In order; at most the reader's page limit.</param>
public sealed record DocumentText(
    [property: JsonPropertyName("engine")] string Engine,
    [property: JsonPropertyName("pages")] IReadOnlyList<TextPage> Pages);
