namespace Ninben.Connectors.Ocr;

/// <summary>Programs and limits of reading.</summary>
public sealed record OcrOptions
{
    /// <summary>The Tesseract 5 program.</summary>
    public string Tesseract { get; init; } = "tesseract";

    /// <summary>Poppler's text extractor.</summary>
    public string PdfToText { get; init; } = "pdftotext";

    /// <summary>Poppler's page renderer.</summary>
    public string PdfToPpm { get; init; } = "pdftoppm";

    /// <summary>Tesseract language, e.g. <c>eng</c> or <c>eng+deu</c>.</summary>
    public string Language { get; init; } = "eng";

    /// <summary>Longest run of one outside program.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Most bytes taken from one outside program.</summary>
    public int OutputLimit { get; init; } = 32 * 1024 * 1024;

    /// <summary>Pages read; further pages are left out.</summary>
    public int PageLimit { get; init; } = 20;

    /// <summary>Largest page in pixels; a larger one is refused.</summary>
    public long PixelLimit { get; init; } = 60_000_000;

    /// <summary>A PDF page with at least this many words in its text layer is not read by eye.</summary>
    public int TextLayerWords { get; init; } = 8;

    /// <summary>Pages read at the same time; each may keep two processors busy.</summary>
    public int Parallelism { get; init; } = Math.Max(1, Environment.ProcessorCount / 2);
}
