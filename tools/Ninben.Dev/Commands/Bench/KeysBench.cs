using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Feel;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Deployments;
using Ninben.Runtime.Execution;
using Ninben.Server;

namespace Ninben.Dev.Commands.Bench;

/// <summary><c>bench keys</c>: from the key that approves a case to the painted next one, in Chromium slowed down four times.</summary>
internal static class KeysBench
{
    private const int Slowdown = 4;
    private const int Warm = 3;
    private static readonly string[] s_places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private static readonly Actor s_seeder = new(ActorKind.System, "bench", "Bench");

    private const string Model = """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:ninben="https://ninben.dev/bpmn/1.0"
          id="m" targetNamespace="https://ninben.dev/bench">
          <bpmn:process id="keys" name="Keys" isExecutable="true">
            <bpmn:startEvent id="start" />
            <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="judge" />
            <bpmn:userTask id="judge" name="Judge the invoice">
              <bpmn:extensionElements>
                <ninben:review group="ap-clerks" title="= number" />
                <ninben:subject value="= {number: number, vendor: vendor, date: date, total: total}" />
                <ninben:result variable="judged" />
              </bpmn:extensionElements>
            </bpmn:userTask>
            <bpmn:sequenceFlow id="f2" sourceRef="judge" targetRef="end" />
            <bpmn:endEvent id="end" />
          </bpmn:process>
        </bpmn:definitions>
        """;

    // The key is pressed by the browser; the time runs from its event to the second frame after the other title is in the document.
    private const string Watch = """
        () => {
          window.paints = [];
          document.addEventListener('keydown', (event) => {
            if (event.key !== 'a') return;
            const began = event.timeStamp;
            const before = document.querySelector('[data-workspace] h1')?.textContent;
            const look = () => {
              const now = document.querySelector('[data-workspace] h1')?.textContent;
              if (now === undefined || now === before) return requestAnimationFrame(look);
              requestAnimationFrame(() => requestAnimationFrame(() => window.paints.push(performance.now() - began)));
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
            await using var app = NinbenServer.Create(new ServerOptions
            {
                DataFolder = data.FullName,
                Urls = ["http://127.0.0.1:0"],
                Mode = ServerMode.Demo,
                WebFolder = web.FullName,
            });
            await app.StartAsync(cancellationToken);
            await Seed(app, cases + Warm + 1, cancellationToken);
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

    private static async Task Seed(WebApplication app, int cases, CancellationToken cancellationToken)
    {
        var deployed = await app.Services.GetRequiredService<IDeployments>().DeployProcess(Encoding.UTF8.GetBytes(Model), "bench", s_seeder, cancellationToken);
        if (deployed.Model is null) throw new InvalidOperationException(string.Join("; ", deployed.Diagnostics.Select(d => d.Message)));
        var runner = app.Services.GetRequiredService<ICaseRunner>();
        for (var i = 0; i < cases; i++)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"KEY-{i:0000}");
            var variables = FeelContext.Empty.With("number", FeelValue.From(number)).With("vendor", FeelValue.From("Northwind Bearings"))
                .With("date", FeelValue.From("2026-10-08")).With("total", FeelValue.From(100m + i));
            var id = new CaseId(Guid.CreateVersion7().ToString("n"));
            await runner.Execute(id, new OpenCase(id, "keys", 1, number, variables), s_seeder, new CommandKey(number, number), cancellationToken);
        }
    }

    private static async Task<List<double>> Measure(string chromium, string url, int cases)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox", "--disable-gpu"] });
        await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        var page = await context.NewPageAsync();
        await page.APIRequest.PostAsync(url + "/api/session/persona",
            new() { DataObject = new { id = "ada" }, Headers = new Dictionary<string, string> { ["X-Ninben"] = "1" } });
        await page.GotoAsync(url + "/inbox");
        await page.Locator("[data-review]").First.WaitForAsync();
        await page.Keyboard.PressAsync("Shift+Enter");
        await page.Locator("[data-workspace] h1").WaitForAsync();
        await page.EvaluateAsync(Watch);
        var session = await context.NewCDPSessionAsync(page);
        await session.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = Slowdown });
        for (var i = 0; i < cases + Warm; i++)
        {
            // A person looks before the next key: the page is quiet, and the case after this one is already fetched.
            await page.WaitForLoadStateAsync(LoadState.Load);
            await page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).And(page.Locator("[aria-disabled=false]")).WaitForAsync();
            await page.Keyboard.PressAsync("a");
            await page.WaitForFunctionAsync($"() => window.paints.length > {i}");
        }

        return [.. (await page.EvaluateAsync<double[]>("() => window.paints")).Skip(Warm)];
    }
}
