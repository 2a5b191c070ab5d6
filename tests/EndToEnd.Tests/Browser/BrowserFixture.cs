using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace EndToEnd.Tests.Browser;

/// <summary>
/// One Chromium for a class of tests; every visit gets a context of its own, as a new person on a new machine. Use as a class fixture.
/// Without Chromium every visit is skipped with the reason.
/// </summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Array.Find(Places, File.Exists) is not { } chromium) return;
        // The package would otherwise look for browsers of its own.
        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Arguments });
    }

    /// <summary>Opens an address at 1440 by 900, does what the test does, and then expects that the page complained of nothing.</summary>
    public Task Visit(string address, Func<IPage, Task> test) => Visit(address, new BrowserNewContextOptions(), test);

    /// <summary>The same with other settings, for example a dark colour scheme or a small screen.</summary>
    public async Task Visit(string address, BrowserNewContextOptions settings, Func<IPage, Task> test)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(test);
        Assert.SkipWhen(browser is null, $"There is no Chromium at {string.Join(" or ", Places)}.");

        settings.ViewportSize ??= new() { Width = 1440, Height = 900 };
        settings.ReducedMotion ??= ReducedMotion.Reduce;
        settings.Locale ??= "en-GB";
        settings.TimezoneId ??= "UTC";
        await using var context = await browser.NewContextAsync(settings);
        var page = await context.NewPageAsync();
        var complaints = Listen(page);

        await page.GotoAsync(address);
        await test(page);

        Assert.Empty(complaints);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.CloseAsync();
        playwright?.Dispose();
    }

    private static ConcurrentQueue<string> Listen(IPage page)
    {
        var complaints = new ConcurrentQueue<string>();
        page.PageError += (_, error) => complaints.Enqueue($"exception: {error}");
        page.Console += (_, message) =>
        {
            // The browser itself notes every refusal; 401 (not signed in yet) and 409 (somebody was faster) are answers, not faults.
            var refusal = message.Text.Contains("status of 401", StringComparison.Ordinal) || message.Text.Contains("status of 409", StringComparison.Ordinal);
            if (message.Type == "error" && !refusal) complaints.Enqueue($"console: {message.Text}");
        };
        return complaints;
    }
}
