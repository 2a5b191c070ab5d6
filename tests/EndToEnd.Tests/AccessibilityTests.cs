using System.Text.Json;
using EndToEnd.Tests.Browser;
using EndToEnd.Tests.Running;
using Microsoft.Playwright;

namespace EndToEnd.Tests;

public sealed class AccessibilityTests(RunningDemo server, BrowserFixture browser) : IClassFixture<RunningDemo>, IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task No_page_has_a_serious_or_critical_finding_in_light_or_dark()
    {
        Repository.NeedPages();
        Assert.SkipUnless(File.Exists(Repository.Axe), "axe-core is not installed; `npm ci` in web/ does so.");
        var axe = await File.ReadAllTextAsync(Repository.Axe, TestContext.Current.CancellationToken);
        var seeded = await Views.Seed(server);
        Views.View[] views =
        [
            new("sign-in", null, "/signin", "form"),
            new("inbox", "ada", "/inbox", "[data-review]"),
            new("review", "ada", "/review/" + seeded.Review, "[data-workspace] [data-field]"),
            new("case", "max", "/case/" + seeded.Case, "[role=tabpanel]"),
            new("cases", "max", "/cases", "main a[href*='/case/']"),
            new("processes", "max", "/processes", "main a[href*='/processes/']"),
            new("audit", "eve", "/audit", "main h1"),
        ];

        var findings = new List<string>();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            foreach (var view in views)
                await browser.Visit("about:blank", new BrowserNewContextOptions { ColorScheme = scheme, BypassCSP = true }, async page =>
                {
                    await Views.Show(page, server, view);
                    await page.AddScriptTagAsync(new() { Content = axe });
                    var found = await page.EvaluateAsync<JsonElement>("() => axe.run(document, { resultTypes: ['violations'] })");
                    findings.AddRange(Serious(found).Select(text => $"{view.Name} ({scheme}): {text}"));
                });
        }

        Assert.Empty(findings);
    }

    private static IEnumerable<string> Serious(JsonElement found) =>
        from violation in found.GetProperty("violations").EnumerateArray()
        where violation.GetProperty("impact").GetString() is "serious" or "critical"
        from node in violation.GetProperty("nodes").EnumerateArray()
        select $"{violation.GetProperty("id").GetString()}: {node.GetProperty("html").GetString()} {node.GetProperty("failureSummary").GetString()}";
}
