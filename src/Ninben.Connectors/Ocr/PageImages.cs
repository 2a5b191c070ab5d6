using System.Globalization;
using Ninben.Runtime.Documents;
using Ninben.Runtime.Jobs;

namespace Ninben.Connectors.Ocr;

/// <summary>Pages of stored documents as images for people: pictures as they are, PDF pages rendered once.</summary>
public sealed class PageImages(IDocuments documents, OcrOptions options)
{
    private const string LongestSide = "2000";

    /// <summary>The path and media type of a page (1-based) as PNG or JPEG, or null when there is no such page, or it is plain text.</summary>
    public async Task<PageFile?> Find(string hash, int page, CancellationToken cancellationToken)
    {
        var document = await documents.Find(hash, cancellationToken);
        if (document is null || page < 1 || page > Math.Max(1, document.Pages) || documents.PathOf(hash) is not { } source) return null;
        if (document.MediaType is "image/png" or "image/jpeg") return new PageFile(source, document.MediaType);
        if (document.MediaType != "application/pdf") return null;
        var name = string.Create(CultureInfo.InvariantCulture, $"page-{page}.png");
        var path = await documents.Derived(hash, name, (target, cancel) => Render(source, page, target, cancel), cancellationToken);
        return new PageFile(path, "image/png");
    }

    private async Task Render(string pdf, int page, string target, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var number = page.ToString(CultureInfo.InvariantCulture);

        // The longer side gets a fixed number of pixels, about 170 dpi of an A4 page: a page of any size stays bounded.
        string[] arguments = ["-q", "-png", "-singlefile", "-scale-to", LongestSide, "-f", number, "-l", number, pdf, folder.File("page")];
        var answer = await OutsideProgram.Run(options.PdfToPpm, arguments, options, cancellationToken);
        if (answer.ExitCode != 0
            || !File.Exists(folder.File("page.png"))) throw new ConnectorException($"Page {page} could not be rendered: {answer.Errors}") { Retryable = false };
        File.Move(folder.File("page.png"), target, overwrite: true);
    }
}
