using System.CommandLine;
using System.Globalization;

namespace Ninben.Dev.Commands.Samples;

/// <summary><c>dev samples documents</c>: draws the sample documents again, or a large set to measure with.</summary>
internal static class SampleDocumentsCommand
{
    // A4 at 96 dots per inch in CSS pixels; 1.7 pixels each makes 163 dots per inch.
    private const int Width = 794;
    private const int Height = 1123;
    private const float Scale = 1.7f;
    private const int MostBytes = 90 * 1024;

    /// <summary>The command tree.</summary>
    public static Command Create()
    {
        var count = new Option<int>("--count") { Description = "Draw this many invoices for measuring instead of the committed samples." };
        var seed = new Option<int>("--seed") { Description = "The same seed draws the same documents.", DefaultValueFactory = _ => 7 };
        var output = new Option<DirectoryInfo>("--out")
        {
            Description = "Where to: a folder for --count; otherwise the samples folder.",
            DefaultValueFactory = _ => new DirectoryInfo("samples")
        };
        var documents = new Command("documents", "Draws invented invoices and receipts as scans, with their true values in documents.json.") { count,
            seed, output };
        documents.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = parsed.GetRequiredValue(output).FullName;
            if (parsed.GetValue(count) > 0) await Measure(folder, parsed.GetValue(seed), parsed.GetValue(count), cancellationToken);
            else await Samples(folder, parsed.GetValue(seed), cancellationToken);
            return 0;
        });
        return new Command("samples", "Makes what lies in samples/.") { documents };
    }

    private static async Task Measure(string folder, int seed, int count, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await using var renderer = await PageRenderer.Start();
        var page = await renderer.Open(Width, Height, Scale);
        var documents = new List<SampleDocument>();
        foreach (var plan in InvoiceSet.ForMeasuring(seed, count))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var file = string.Create(CultureInfo.InvariantCulture, $"{plan.Name}.jpg");
            var picture = await PageRenderer.Picture(page, InvoicePage.Write(plan.Sheet, new Random(plan.Seed)), plan.Look, MostBytes * 4);
            await File.WriteAllBytesAsync(Path.Combine(folder, file), picture, cancellationToken);
            documents.Add(plan.Describe(file, plan.Scan));
        }

        await new SampleDocuments(seed, documents).Write(folder, cancellationToken);
        Console.WriteLine($"{documents.Count} invoices in {folder}, seed {seed}");
    }

    private static async Task Samples(string folder, int seed, CancellationToken cancellationToken)
    {
        await using var renderer = await PageRenderer.Start();
        await Invoices(renderer, Path.Combine(folder, "invoice-approval", "documents"), seed, cancellationToken);
        await Receipts(renderer, Path.Combine(folder, "expense-audit", "documents"), seed, cancellationToken);
    }

    private static async Task Invoices(PageRenderer renderer, string folder, int seed, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var page = await renderer.Open(Width, Height, Scale);
        var documents = new List<SampleDocument>();
        var plans = InvoiceSet.ForSamples(seed);
        foreach (var plan in plans)
        {
            var picture = await PageRenderer.Picture(page, InvoicePage.Write(plan.Sheet, new Random(plan.Seed)), plan.Look, MostBytes);
            await File.WriteAllBytesAsync(Path.Combine(folder, plan.Name + ".jpg"), picture, cancellationToken);
            documents.Add(plan.Describe(plan.Name + ".jpg", plan.Scan));
        }

        // Three of them as text too: one in order, one with two dates, one over the limit.
        foreach (var plan in new[] { plans[0], plans[2], plans[4] })
        {
            await File.WriteAllTextAsync(Path.Combine(folder, plan.Name + ".txt"), InvoiceText.Write(plan.Sheet), cancellationToken);
            documents.Add(plan.Describe(plan.Name + ".txt", "text"));
        }

        await new SampleDocuments(seed, documents).Write(folder, cancellationToken);
        await SampleDocuments.WriteVendors(folder, cancellationToken);
        Console.WriteLine($"{documents.Count} documents in {folder}");
    }

    private static async Task Receipts(PageRenderer renderer, string folder, int seed, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var page = await renderer.Open(420, 640, Scale);
        var documents = new List<SampleDocument>();
        decimal[] targets = [32m, 48m, 310m, 24m, 96m, 180m, 74m, 18m];
        string[] fonts = ["Liberation Mono", "DejaVu Sans Mono", "Liberation Sans Narrow", "Liberation Sans"];
        for (var shop = 0; shop < ReceiptSheet.Shops; shop++)
        {
            var random = new Random(unchecked(seed * 613 + shop));
            var sheet = ReceiptSheet.Draw(random, shop, targets[shop]);
            var look = shop % 3 == 2 ? ScanLook.Worn(random) : ScanLook.Clean(random);
            var file = string.Create(CultureInfo.InvariantCulture, $"receipt-{shop + 1:00}.jpg");
            var picture = await PageRenderer.Picture(page, sheet.Write(fonts[shop % fonts.Length]), look, MostBytes / 2);
            await File.WriteAllBytesAsync(Path.Combine(folder, file), picture, cancellationToken);
            documents.Add(new SampleDocument(file, "receipt", [], shop % 3 == 2 ? "worn" : "clean", sheet.Truth, new ExpectedGate("", [])));
        }

        await new SampleDocuments(seed, documents).Write(folder, cancellationToken);
        Console.WriteLine($"{documents.Count} documents in {folder}");
    }
}
