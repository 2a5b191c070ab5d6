using System.Text;
using Ninben.Connectors.Ocr;
using Ninben.Runtime.Jobs;

namespace Ninben.Connectors.Tests.Ocr;

public sealed class PageReaderTests : IDisposable
{
    private readonly FolderDocuments _documents = new();

    [Fact]
    public async Task Reads_plain_text_without_any_program_and_keeps_it()
    {
        var document = await _documents.Add(Encoding.UTF8.GetBytes("Total 12.50"), "text/plain", 1, null, TestContext.Current.CancellationToken);
        using var reader = new PageReader(_documents, new OcrOptions { Tesseract = "no-such-program", PdfToText = "no-such-program" });

        var first = await reader.Read(document.Hash, TestContext.Current.CancellationToken);
        var second = await reader.Read(document.Hash, TestContext.Current.CancellationToken);

        Assert.Equal("plain-text", first.Engine);
        Assert.Equal(["Total", "12.50"], second.Pages[0].Words.Select(word => word.Text));
        Assert.Equal(1, _documents.Made);
    }

    [Fact]
    public async Task Says_what_to_install_when_a_program_is_missing()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, "%PDF-1.4"u8.ToArray(), TestContext.Current.CancellationToken);
        using var reader = new PageReader(_documents, new OcrOptions { PdfToText = "/nowhere/pdftotext" });

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => reader.ReadFile(path, "application/pdf", TestContext.Current.CancellationToken));

        Assert.Contains("poppler-utils", failure.Message, StringComparison.Ordinal);
        Assert.False(failure.Retryable);
        File.Delete(path);
    }

    [Fact]
    public async Task Stops_a_program_that_takes_too_long()
    {
        if (!File.Exists("/bin/sleep")) Assert.Skip("There is no /bin/sleep here.");

        var failure = await Assert.ThrowsAsync<ConnectorException>(() =>
            OutsideProgram.Run("/bin/sleep", ["30"], new OcrOptions { TimeLimit = TimeSpan.FromMilliseconds(100) }, TestContext.Current.CancellationToken));

        Assert.Contains("was stopped", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stops_a_program_that_writes_too_much()
    {
        if (!File.Exists("/usr/bin/yes")) Assert.Skip("There is no /usr/bin/yes here.");

        var failure = await Assert.ThrowsAsync<ConnectorException>(() =>
            OutsideProgram.Run("/usr/bin/yes", [], new OcrOptions { OutputLimit = 100_000 }, TestContext.Current.CancellationToken));

        Assert.Contains("100000 bytes", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_a_drawn_page_by_eye()
    {
        var pdf = Drawn();
        if (await Missing("tesseract") || await Missing("pdftoppm")) Assert.Skip("tesseract-ocr and poppler-utils are not installed.");
        var document = await _documents.Add(pdf, "application/pdf", 1, null, TestContext.Current.CancellationToken);

        // A text layer of a thousand words is asked for, so the page is rendered and read by Tesseract.
        using var reader = new PageReader(_documents, new OcrOptions { TextLayerWords = 1000 });
        var text = await reader.Read(document.Hash, TestContext.Current.CancellationToken);

        Assert.StartsWith("tesseract", text.Engine, StringComparison.Ordinal);
        Assert.Equal(2, text.Pages[0].OtherReadings.Count);
        Assert.Contains(text.Pages[0].Words, word => word.Text == "417.20" && word is { Confidence: > 0.5, Y: > 0.15 and < 0.35 });
        Assert.NotNull(await new PageImages(_documents, new OcrOptions()).Find(document.Hash, 1, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Takes_the_text_layer_of_a_pdf_where_there_is_one()
    {
        if (await Missing("pdftotext")) Assert.Skip("poppler-utils is not installed.");
        var document = await _documents.Add(Drawn(), "application/pdf", 1, null, TestContext.Current.CancellationToken);
        using var reader = new PageReader(_documents, new OcrOptions { TextLayerWords = 3, Tesseract = "/nowhere/tesseract" });

        var text = await reader.Read(document.Hash, TestContext.Current.CancellationToken);

        Assert.Equal("pdf-text", text.Engine);
        Assert.Contains(text.Pages[0].Words, word => word.Text == "417.20");
    }

    public void Dispose() => _documents.Dispose();

    private static async Task<bool> Missing(string program)
    {
        try
        {
            await OutsideProgram.Run(program, ["-v"], new OcrOptions(), TestContext.Current.CancellationToken);
            return false;
        }
        catch (ConnectorException)
        {
            return true;
        }
    }

    /// <summary>A one-page PDF with three lines of Helvetica; readers rebuild the cross-reference table that it lacks.</summary>
    private static byte[] Drawn()
    {
        const string Draw = "BT /F 24 Tf 60 700 Td (Example Trading Company) Tj 0 -60 Td (Invoice number 4711) Tj 0 -40 Td (Total amount due 417.20) Tj ET";
        return Encoding.ASCII.GetBytes($"""
            %PDF-1.4
            1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
            2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
            3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >> endobj
            4 0 obj << /Length {Draw.Length} >>
            stream
            {Draw}
            endstream endobj
            5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
            trailer << /Root 1 0 R >>
            %%EOF
            """.ReplaceLineEndings("\n"));
    }
}
