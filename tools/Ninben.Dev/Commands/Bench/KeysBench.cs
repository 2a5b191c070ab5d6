using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Ninben.Runtime.Jobs;
using Ninben.Server;

namespace Ninben.Dev.Commands.Bench;

/// <summary>
/// <c>bench keys</c>: from the key that approves a case to the painted next one with its title, fields and page, in Chromium slowed down four times.
/// </summary>
internal static class KeysBench
{
    private const int Slowdown = 4;
    private const int Warm = 3;
    private static readonly string[] s_places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    // A person looks before the next key. Nobody is faster than this, and most of the work after a verdict is done by then.
    private const int LookMilliseconds = 250;

    // From the key's event until title, fields and page image of another case have all been painted. The message that is posted while a frame
    // is made runs when the page has handed that frame over; the browser itself says (Event Timing, in steps of 8 ms) when the frame
    // after a key was presented. The later of the two counts, so neither a frame without the image nor a slow raster goes unseen.
    private const string Watch = """
        () => {
          window.paints = [];
          window.presented = new Map();
          const note = (entries) => entries.filter((entry) => entry.name === 'keydown').forEach((entry) => presented.set(entry.startTime, entry.duration));
          new PerformanceObserver((list) => note(list.getEntries())).observe({ type: 'event', durationThreshold: 16 });
          const seen = () => {
            const workspace = document.querySelector('[data-workspace]');
            const image = workspace?.querySelector('img');
            const ready = workspace && workspace.querySelectorAll('[data-field]').length > 0 && image?.complete && image.naturalWidth > 0;
            return ready ? { title: workspace.querySelector('h1').textContent, source: image.src } : null;
          };
          document.addEventListener('keydown', (event) => {
            if (event.key !== 'a') return;
            const began = event.timeStamp;
            const before = seen();
            const look = () => {
              const now = seen();
              if (!now || now.title === before.title || now.source === before.source) return requestAnimationFrame(look);
              const after = new MessageChannel();
              after.port1.onmessage = () => window.paints.push({ began, committed: performance.now() - began });
              after.port2.postMessage(null);
            };
            requestAnimationFrame(look);
          }, true);
        }
        """;

    public static Command Create()
    {
        var cases = new Option<int>("--cases") { Description = "How many cases are approved.", DefaultValueFactory = _ => 60 };
        var json = new Option<bool>("--json") { Description = "Prints the result as one JSON line, last." };
        var web = new Option<DirectoryInfo>("--web")
        {
            Description = "The built pages (default web/dist).",
            DefaultValueFactory = _ =>
            new DirectoryInfo("web/dist")
        };
        var command = new Command("keys", "Measures from the key that approves a case to the painted next one.") { cases, json, web };
        command.SetAction((parsed, cancellationToken) =>
            Run(parsed.GetValue(web)!, parsed.GetValue(cases), parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> Run(DirectoryInfo web, int cases, bool json, CancellationToken cancellationToken)
    {
        if (Array.Find(s_places, File.Exists) is not { } chromium || !File.Exists(Path.Combine(web.FullName, "index.html")))
        {
            await Console.Error.WriteLineAsync($"This needs Chromium ({string.Join(" or ", s_places)}) and built pages in {web.FullName}.");
            return 2;
        }

        var data = Directory.CreateTempSubdirectory("ninben-bench-");
        try
        {
            var desk = new KeysDesk(Array.ConvertAll(Scans(), File.ReadAllBytes));
            await using var app = NinbenServer.Create(new ServerOptions
            {
                DataFolder = data.FullName,
                Urls = ["http://127.0.0.1:0"],
                Mode = ServerMode.Demo,
                WebFolder = web.FullName,
                Configure = services => services.AddSingleton<IEnumerable<IConnector>>(_ => [desk]),
            });
            await app.StartAsync(cancellationToken);
            await desk.Open(app, cases + Warm + 1, cancellationToken);
            var times = await Measure(chromium, app.Urls.First(), cases);
            Print(times, json);
            await app.StopAsync(cancellationToken);
        }
        finally
        {
            data.Delete(recursive: true);
        }

        return 0;
    }

    private static void Print(List<double> times, bool json)
    {
        times.Sort();
        var (p50, p95) = (Percentile.Of(times, 0.50), Percentile.Of(times, 0.95));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"approved cases          {times.Count,8}\nkey to next case p50    {p50,8:0.0} ms\nkey to next case p95    {p95,8:0.0} ms\n(Chromium " +
                $"slowed down {Slowdown} times)"));
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string,
                double>
            { ["cases"] = times.Count, ["p50Ms"] = Math.Round(p50, 1), ["p95Ms"] = Math.Round(p95, 1) }));
    }

    private static async Task<List<double>> Measure(string chromium, string url, int cases)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox", "--disable-gpu"] });
        await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        var page = await context.NewPageAsync();
        await page.APIRequest.PostAsync(url + "/api/session/persona",
            new() { DataObject = new { id = "ada" }, Headers = new Dictionary<string, string> { ["X-Ninben"] = "1" } });
        await UntilAllAreOpen(page, url, cases + Warm + 1);
        await page.GotoAsync(url + "/inbox");
        await page.Locator("[data-review]").First.WaitForAsync();
        await page.Keyboard.PressAsync("Shift+Enter");
        await page.Locator("[data-workspace] h1").WaitForAsync();
        await page.EvaluateAsync(Watch);
        var session = await context.NewCDPSessionAsync(page);
        await session.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = Slowdown });
        for (var i = 0; i < cases + Warm; i++)
        {
            await page.WaitForTimeoutAsync(LookMilliseconds);
            await page.Keyboard.PressAsync("Enter");
            await page.Locator("[data-field=total][data-settled]").WaitForAsync();
            await page.WaitForTimeoutAsync(LookMilliseconds);
            await page.Keyboard.PressAsync("a");
            await page.WaitForFunctionAsync($"() => window.paints.length > {i}");
        }

        var paints = await page.EvaluateAsync<double[]>(
            "() => window.paints.map((paint) => Math.max(paint.committed, window.presented.get(paint.began) ?? 0))");
        return [.. paints.Skip(Warm)];
    }

    private static async Task UntilAllAreOpen(IPage page, string url, int cases)
    {
        for (var open = 0; open < cases; await page.WaitForTimeoutAsync(LookMilliseconds))
        {
            var count = await (await page.APIRequest.GetAsync(url + "/api/reviews/count")).JsonAsync();
            open = count!.Value.GetProperty("open").GetInt32();
        }
    }

    private static string[] Scans() => Directory.GetFiles("samples/invoice-approval/documents", "*.jpg");
}
