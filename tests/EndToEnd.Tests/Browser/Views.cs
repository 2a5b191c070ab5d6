using EndToEnd.Tests.Running;
using Microsoft.Playwright;

namespace EndToEnd.Tests.Browser;

/// <summary>Every page with content worth looking at: a held invoice with its scan, its case, and the lists.</summary>
internal static class Views
{
    public static async Task<Seeded> Seed(RunningDemo server)
    {
        await server.DeployDesk("PT60S");
        using var dana = await server.Enter("dana");
        var hash = await dana.Upload(await File.ReadAllBytesAsync(Path.Combine(Repository.Samples, "invoice-approval", "documents", "invoice-05.jpg"),
            TestContext.Current.CancellationToken), "image/jpeg", "invoice.jpg");
        var first = await RunningDemo.OpenReview(dana, new WrittenInvoice("INV-98058", 6614.31m, ["total", "date"]) { Document = hash });
        for (var i = 1; i < 8; i++)
            await RunningDemo.OpenReview(dana, new WrittenInvoice($"INV-9806{i}", 120.5m * i, i % 3 == 0 ? ["total"] : []) { Document = hash });
        return new Seeded(first, first[..first.LastIndexOf('-')]);
    }

    /// <summary>Opens a page as a person and waits until its key part is there.</summary>
    public static async Task Show(IPage page, RunningDemo server, View view)
    {
        if (view.Persona is { } persona) await Pages.Enter(page, server, persona);
        await page.GotoAsync(server.Url + view.Path);
        await page.Locator(view.Part).First.WaitForAsync();
        await page.EvaluateAsync("() => Promise.all([...document.images].map(i => i.decode().catch(() => null)))");
        await page.EvaluateAsync("() => document.fonts.ready.then(() => null)");
    }

    public sealed record Seeded(string Review, string Case);

    /// <summary>A page: who looks, where it is, and what must be visible of it.</summary>
    public sealed record View(string Name, string? Persona, string Path, string Part);
}
