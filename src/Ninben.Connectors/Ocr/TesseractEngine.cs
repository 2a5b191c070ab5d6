using System.Globalization;
using System.Text;
using Ninben.Connectors.Extraction;
using Ninben.Runtime.Jobs;

namespace Ninben.Connectors.Ocr;

/// <summary>Reads page images with Tesseract 5.</summary>
internal sealed class TesseractEngine(OcrOptions options)
{
    private string? _version;

    /// <summary>E.g. <c>tesseract-5.3.0</c>.</summary>
    public async Task<string> Version(CancellationToken cancellationToken)
    {
        if (_version is not null) return _version;
        var answer = await OutsideProgram.Run(options.Tesseract, ["--version"], options, cancellationToken);
        var first = (Encoding.UTF8.GetString(answer.Output) + answer.Errors).Split('\n', 2)[0].Trim();
        return _version = first.Replace(' ', '-');
    }

    /// <summary>Reads one page image, again in other ways while something is in doubt; the most legible reading is the main one.</summary>
    public async Task<TextPage> Read(PageImage image, string folder, CancellationToken cancellationToken)
    {
        var ways = PreparedPage.For(image.Size);
        var always = ways.Take(PreparedPage.LeastReadings(image.Size)).Select(way => Read(image, way, folder, cancellationToken));
        var readings = (await Task.WhenAll(always)).ToList();
        var page = PageOf(image.Size, readings);
        while (readings.Count < ways.Count && !DocumentExtraction.IsSettled(page))
        {
            readings.Add(await Read(image, ways[readings.Count], folder, cancellationToken));
            page = PageOf(image.Size, readings);
        }

        return page;
    }

    private static TextPage PageOf(ImageSize size, List<IReadOnlyList<PageWord>> readings)
    {
        var main = readings.IndexOf(readings.MaxBy(Legible)!);
        return new TextPage(size.Width, size.Height, readings[main], [.. readings.Where((_, index) => index != main)]);
    }

    // Many words that are legible: a reading of noise has many words but little confidence.
    private static double Legible(IReadOnlyList<PageWord> words) => words.Where(word => word.Confidence > 0.5).Sum(word =>
        word.Confidence * Math.Min(word.Text.Length, 12));

    private async Task<IReadOnlyList<PageWord>> Read(PageImage image, PreparedPage way, string folder, CancellationToken cancellationToken)
    {
        var (path, size) = (image.Path, image.Size);
        if (image.Pixels is { } pixels)
        {
            var prepared = pixels.Enlarge(way.Enlarge);
            if (way.ContrastBlock > 0) prepared = LocalContrast.Apply(prepared, (int)(way.ContrastBlock * way.Enlarge));
            path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"page-{way.Enlarge}-{way.ContrastBlock}.pgm"));
            await File.WriteAllBytesAsync(path, prepared.ToPgm(), cancellationToken);
            size = new ImageSize(prepared.Width, prepared.Height, 1);
        }

        string[] arguments = [path, "stdout", "-l", options.Language, "--psm", way.Segmentation.ToString(CultureInfo.InvariantCulture), "--dpi",
            "300", "-c", "tessedit_create_tsv=1"];
        var answer = await OutsideProgram.Run(options.Tesseract, arguments, options, cancellationToken);
        if (answer.ExitCode != 0) throw new ConnectorException($"Tesseract could not read the page: {LastLine(answer.Errors)}") { Retryable = false };
        return TesseractTsv.Read(Encoding.UTF8.GetString(answer.Output), size.Width, size.Height);
    }

    private static string LastLine(string text) => text.Split('\n')[^1].Trim();
}
