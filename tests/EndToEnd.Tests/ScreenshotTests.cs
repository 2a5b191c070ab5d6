using System.Text.Json.Nodes;
using EndToEnd.Tests.Browser;
using EndToEnd.Tests.Running;
using Microsoft.Playwright;
using Ninben.Testing.Samples;

namespace EndToEnd.Tests;

/// <summary>The pictures of the documentation. With NINBEN_SCREENSHOTS=1 they are written; otherwise the pages are only looked at.</summary>
public sealed class ScreenshotTests(RunningDemo server, BrowserFixture browser) : IClassFixture<RunningDemo>, IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task The_pages_of_the_documentation_show_their_key_parts()
    {
        Repository.NeedPages();
        var review = await Seed();
        Views.View[] views =
        [
            new("inbox", "max", "/inbox", "[data-review]"),
            new("review", "max", "/review/" + review, "[data-workspace] [data-field]"),
            new("case", "max", "/case/" + review[..review.LastIndexOf('-')], ".djs-container svg [data-element-id=read]"),
        ];

        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            foreach (var view in views)
                await browser.Visit("about:blank", new BrowserNewContextOptions { ColorScheme = scheme, DeviceScaleFactor = 1 }, async page =>
                {
                    await Views.Show(page, server, view);
                    if (view.Name == "case") await Assertions.Expect(page.Locator(".bjs-powered-by")).ToBeVisibleAsync();
                    if (view.Name == "review") await Assertions.Expect(page.Locator("[data-workspace] img").First).ToBeVisibleAsync();
                    if (Environment.GetEnvironmentVariable("NINBEN_SCREENSHOTS") == "1") await Write(page,
                        $"{view.Name}-{(scheme == ColorScheme.Dark ? "dark" : "light")}.png");
                });
        }
    }

    private static Task<byte[]> Write(IPage page, string name) => page.ScreenshotAsync(new()
    {
        Path = Path.Combine(Repository.Root, "docs", "images", name),
        Animations = ScreenshotAnimations.Disabled,
        Caret = ScreenshotCaret.Hide,
    });

    /// <summary>The samples' own cases; answers the review of an invoice over the limit, or else of the first refund that is held.</summary>
    private async Task<string> Seed()
    {
        var samples = SampleLoader.LoadAll(Repository.Samples);
        var door = new SampleDoor(
            (Ninben.Runtime.Deployments.IDeployments)server.Services.GetService(typeof(Ninben.Runtime.Deployments.IDeployments))!,
            (Ninben.Runtime.Documents.IDocuments)server.Services.GetService(typeof(Ninben.Runtime.Documents.IDocuments))!,
            (Ninben.Runtime.Execution.ICaseRunner)server.Services.GetService(typeof(Ninben.Runtime.Execution.ICaseRunner))!, TimeProvider.System);
        using var max = await server.Enter("max");
        foreach (var sample in samples)
        {
            await SampleSeed.Deploy(sample, door, TestContext.Current.CancellationToken);
            foreach (var item in sample.Cases.Where(c => c.Expected.Outcome == "hold").Take(5))
                await SampleSeed.Open(item, SampleForm.Scans, door, TestContext.Current.CancellationToken);
        }

        await Until.Holds("the held cases", async () =>
        {
            var jobs = await max.All("/api/cases?state=running");
            return jobs.Count == 0;
        });
        var rows = await max.All("/api/reviews?view=open");
        JsonObject row = rows.FirstOrDefault(r => (string)r["process"]! == "invoice-approval" && (int)r["flags"]! > 0)
            ?? rows.FirstOrDefault(r => (string)r["process"]! == "invoice-approval") ?? rows[0];
        return (string)row["id"]!;
    }
}
