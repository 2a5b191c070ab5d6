using System.Globalization;
using System.Text;
using System.Text.Json;
using Ninben.Runtime.Documents;
using Ninben.Runtime.Jobs;

namespace Ninben.Connectors.Ocr;

/// <inheritdoc cref="IPageReader"/>
public sealed class PageReader(IDocuments documents, OcrOptions options) : IPageReader, IDisposable
{
    /// <summary>Part of the name of kept readings; counts up when reading changes, so that old ones are not used.</summary>
    private const string KeptAs = "words-3.json";

    private readonly TesseractEngine _engine = new(options);
    private readonly SemaphoreSlim _places = new(options.Parallelism);

    public async Task<DocumentText> Read(string hash, CancellationToken cancellationToken)
    {
        var document = await documents.Find(hash, cancellationToken) ?? throw new ConnectorException($"There is no document {hash}.") { Retryable = false };
        var source = documents.PathOf(hash) ?? throw new ConnectorException($"The bytes of document {hash} are missing.") { Retryable = false };
        var kept = await documents.Derived(hash, KeptAs, (path, cancel) => Make(source, document.MediaType, path, cancel), cancellationToken);
        await using var stream = File.OpenRead(kept);
        return await JsonSerializer.DeserializeAsync(stream, DocumentTextJson.Default.DocumentText, cancellationToken)
            ?? throw new ConnectorException($"The kept reading of document {hash} is empty.");
    }

    /// <summary>Reads a file that is not stored, without keeping what was read.</summary>
    public async Task<DocumentText> ReadFile(string path, string mediaType, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            using var folder = new TemporaryFolder();
            return mediaType switch
            {
                "text/plain" => new DocumentText("plain-text", PlainTextPages.Read(await File.ReadAllTextAsync(path, cancellationToken), options.PageLimit)),
                "application/pdf" => await ReadPdf(path, folder, cancellationToken),
                "image/png" or "image/jpeg" => await ReadImage(path, folder, cancellationToken),
                _ => throw new ConnectorException($"Documents of type {mediaType} cannot be read.") { Retryable = false },
            };
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    private async Task Make(string source, string mediaType, string path, CancellationToken cancellationToken)
    {
        var text = await ReadFile(source, mediaType, cancellationToken);
        await using var stream = File.Create(path);
        await JsonSerializer.SerializeAsync(stream, text, DocumentTextJson.Default.DocumentText, cancellationToken);
    }

    private async Task<DocumentText> ReadImage(string path, TemporaryFolder folder, CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
        var size = ImageSize.Read(bytes) ?? throw new ConnectorException("The image's header is broken.") { Retryable = false };
        Check(size);
        var pixels = ImageSize.IsPng(bytes) ? PngPixels.Read(bytes, size) : await DecodeJpeg(bytes, size, folder, cancellationToken);
        var page = await _engine.Read(new PageImage(path, size, pixels), folder.Path, cancellationToken);
        return new DocumentText(await _engine.Version(cancellationToken), [page]);
    }

    // The renderer's failure is no reason to fail: Tesseract then reads the file as it is.
    private async Task<GrayImage?> DecodeJpeg(byte[] bytes, ImageSize size, TemporaryFolder folder, CancellationToken cancellationToken)
    {
        var pdf = folder.File("image.pdf");
        await File.WriteAllBytesAsync(pdf, ImageAsPdf.Jpeg(bytes, size), cancellationToken);
        try
        {
            var path = await Render(pdf, new Rendering(1, 72, folder.File("image")), cancellationToken);
            return path is null ? null : GrayImage.ReadPgm(await File.ReadAllBytesAsync(path, cancellationToken));
        }
        catch (ConnectorException)
        {
            return null;
        }
    }

    private async Task<DocumentText> ReadPdf(string path, TemporaryFolder folder, CancellationToken cancellationToken)
    {
        string[] arguments = ["-q", "-bbox", "-enc", "UTF-8", "-l", options.PageLimit.ToString(CultureInfo.InvariantCulture), path, "-"];
        var layer = await OutsideProgram.Run(options.PdfToText, arguments, options, cancellationToken);
        if (layer.ExitCode != 0) throw new ConnectorException($"The PDF could not be opened: {layer.Errors}") { Retryable = false };
        var pages = PdfTextLayer.Read(Encoding.UTF8.GetString(layer.Output)).ToList();
        var byEye = false;
        for (var i = 0; i < pages.Count; i++)
        {
            if (pages[i].Words.Count >= options.TextLayerWords) continue;
            if (await ReadScan(path, new Rendering(i + 1, ResolutionFor(pages[i]), folder.File("scan")), folder, cancellationToken) is not { } read) continue;
            pages[i] = read;
            byEye = true;
        }

        return new DocumentText(byEye ? await _engine.Version(cancellationToken) : "pdf-text", pages);
    }

    private async Task<TextPage?> ReadScan(string pdf, Rendering rendering, TemporaryFolder folder, CancellationToken cancellationToken)
    {
        var image = await Render(pdf, rendering, cancellationToken);
        if (image is null || GrayImage.ReadPgm(await File.ReadAllBytesAsync(image, cancellationToken)) is not { } pixels) return null;
        var size = new ImageSize(pixels.Width, pixels.Height, 1);
        Check(size);
        return await _engine.Read(new PageImage(image, size, pixels), folder.Path, cancellationToken);
    }

    private async Task<string?> Render(string pdf, Rendering rendering, CancellationToken cancellationToken)
    {
        var page = rendering.Page.ToString(CultureInfo.InvariantCulture);
        string[] arguments = ["-q", "-gray", "-singlefile", "-r", rendering.Resolution.ToString(CultureInfo.InvariantCulture), "-f", page, "-l",
            page, pdf, rendering.Target];
        var answer = await OutsideProgram.Run(options.PdfToPpm, arguments, options, cancellationToken);
        var made = rendering.Target + ".pgm";
        return answer.ExitCode == 0 && File.Exists(made) ? made : null;
    }

    // 300 dpi, less for a page so large that it would pass the pixel limit.
    private int ResolutionFor(TextPage page)
    {
        var inches = (double)page.Width * page.Height / (72 * 72);
        return (int)Math.Clamp(Math.Sqrt(options.PixelLimit / Math.Max(inches, 0.01)) * 0.99, 1, 300);
    }

    private void Check(ImageSize size)
    {
        if (size.Pixels > options.PixelLimit) throw new ConnectorException(
            $"The page has {size.Pixels} pixels; at most {options.PixelLimit} are read.")
        { Retryable = false };
    }

    private sealed record Rendering(int Page, int Resolution, string Target);
}
