using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Ninben.Connectors.Extraction;
using Ninben.Connectors.Ocr;

namespace Ninben.Dev.Commands.Bench;

/// <summary><c>dev bench receipts DIR</c>: reads scanned receipts for real and compares with their keys.</summary>
internal static class ReceiptsBench
{
    // Chosen on out-of-fold answers so that at most about 3 % of what passes is wrong; see docs/extraction.md.
    private const double TotalThreshold = 0.93;
    private const double DateThreshold = 0.92;
    private const double CompanyThreshold = 0.90;

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "A folder with img/*.jpg and key/*.json." };
        var json = new Option<bool>("--json") { Description = "One last line of JSON." };
        var command = new Command("receipts", "Field accuracy, gate share and errors among the passed on scanned receipts.") { folder, json };
        command.SetAction((parsed, cancellationToken) => Run(parsed.GetRequiredValue(folder).FullName, parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> Run(string folder, bool json, CancellationToken cancellationToken)
    {
        var images = Directory.Exists(Path.Combine(folder, "img")) ? Directory.GetFiles(Path.Combine(folder, "img"),
            "*.jpg").Order(StringComparer.Ordinal).ToList() : [];
        if (images.Count == 0)
        {
            await Console.Error.WriteLineAsync($"There is no img/*.jpg in {folder}.");
            return 1;
        }

        using var reader = new PageReader(new NoDocuments(), new OcrOptions { Parallelism = 1 });
        ReceiptScore[] scores = [new("total", TotalThreshold), new("date", DateThreshold), new("company", CompanyThreshold)];
        var watch = new Stopwatch();
        var count = 0;
        foreach (var image in images)
        {
            var keyFile = Path.Combine(folder, "key", Path.GetFileNameWithoutExtension(image) + ".json");
            if (!File.Exists(keyFile)) continue;
            var key = ReceiptKey.Read(keyFile);
            watch.Start();
            var text = await reader.ReadFile(image, "image/jpeg", cancellationToken);
            var result = DocumentExtraction.Read(text, DocumentKind.Receipt);
            watch.Stop();
            count++;
            Compare(result, key, scores);
            await Console.Error.WriteAsync($"\r{count}/{images.Count} ");
        }

        await Console.Error.WriteLineAsync();
        var seconds = Math.Round(watch.Elapsed.TotalSeconds / Math.Max(1, count), 2);
        Print(scores, seconds);
        if (json) Console.WriteLine(JsonSerializer.Serialize(new
        {
            total = scores[0].Json(),
            date = scores[1].Json(),
            company = scores[2].Json(),
            secondsPerPage = seconds
        }));
        return 0;
    }

    private static void Compare(ExtractionResult result, ReceiptKey key, ReceiptScore[] scores)
    {
        var (total, date, vendor) = (result.Find("total"), result.Find("date"), result.Find("vendor"));
        scores[0].Add(total?.Value?.Number is { } amount && amount.ToString("0.00", CultureInfo.InvariantCulture) == key.Total, total?.Confidence ?? 0);
        scores[1].Add(date?.Value?.Text == key.Date, date?.Confidence ?? 0);
        scores[2].Add(ReceiptKey.Name(vendor?.Value?.Text ?? string.Empty) == key.Company, vendor?.Confidence ?? 0);
    }

    private static void Print(ReceiptScore[] scores, double seconds)
    {
        Console.WriteLine("field       n   accuracy [90 % bounds]   passes   passed [90 % bounds]     wrong among passed [90 % bounds]");
        foreach (var score in scores) Console.WriteLine(score.Row());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00} s per page, one at a time; bounds by Clopper and Pearson"));
    }
}
