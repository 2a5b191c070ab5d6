using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Ninben.Runtime.Deployments;
using Ninben.Runtime.Documents;
using Ninben.Runtime.Execution;
using Ninben.Runtime.Streams;
using Ninben.Server;
using Ninben.Testing.Ledger;
using Ninben.Testing.Samples;

namespace Ninben.Cli.Commands;

/// <summary><c>ninben demo</c>: a server with personas, sample processes, a ledger to act on, and documents that keep arriving.</summary>
internal static class DemoCommand
{
    private const int AtOnce = 8;
    private static readonly TimeSpan s_pace = TimeSpan.FromSeconds(6);

    public static Command Make()
    {
        var data = SharedOptions.Folder("./data/demo");
        var (urls, web, json) = (SharedOptions.Urls(), SharedOptions.Web(), SharedOptions.Json());
        const string About = "Runs a demo on this machine: personas without passwords, sample processes, documents that keep arriving.";
        var command = new Command("demo", About) { data, urls, web, json };
        command.SetAction((parsed, cancellationToken) => Run(new ServerOptions
        {
            DataFolder = parsed.GetValue(data)!.FullName,
            Urls = [.. parsed.GetValue(urls)!],
            WebFolder = parsed.GetValue(web)?.FullName,
            Mode = ServerMode.Demo,
        }, parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> Run(ServerOptions options, bool json, CancellationToken cancellationToken)
    {
        if (SamplesFolder.Find() is not { } folder)
        {
            await Console.Error.WriteLineAsync("The samples folder was not found; start the demo from the repository, or set NINBEN_ROOT.");
            return 2;
        }

        try
        {
            Directory.CreateDirectory(options.DataFolder);
            await using var ledger = await DemoLedger.Start(0, Path.Combine(options.DataFolder, "ledger.jsonl"), options.Time, cancellationToken);
            Console.Out.WriteLine($"A ledger to act on listens on {ledger.Url}");
            await using var app = NinbenServer.Create(options with
            {
                Settings = new Dictionary<string, string?> { ["Connections:ledger:BaseUrl"] = ledger.Url, ["Connections:ledger:AllowPrivate"] = "true" },
            });
            await app.StartAsync(cancellationToken);
            var samples = SampleLoader.LoadAll(folder);
            var door = new SampleDoor(app.Services.GetRequiredService<IDeployments>(), app.Services.GetRequiredService<IDocuments>(),
                app.Services.GetRequiredService<ICaseRunner>(), options.Time);
            foreach (var sample in samples) await SampleSeed.Deploy(sample, door, cancellationToken);
            Console.Out.WriteLine($"Deployed {string.Join(", ", samples.Select(s => s.Name))}");
            return await Seed(app, samples, door, json);
        }
        catch (Exception exception) when (exception is StorageException or IOException or FormatException or ArgumentException or InvalidOperationException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    private static async Task<int> Seed(WebApplication app, IReadOnlyList<Sample> samples, SampleDoor door, bool json)
    {
        var form = SamplesFolder.HasTesseract() ? SampleForm.Scans : SampleForm.Text;
        if (form == SampleForm.Text)
            Console.Out.WriteLine("Tesseract is not installed, so scans cannot be read: the demo uses the documents that exist as text.");

        // One of each process in turn, so that the inbox shows all of them at once.
        bool Usable(SampleCase c) => form == SampleForm.Scans || c.Documents.IsEmpty || !c.TextDocuments.IsEmpty;
        var cases = samples.SelectMany(s => s.Cases.Where(Usable).Select((c, i) => (c, i)))
            .OrderBy(x => x.i).Select(x => x.c).ToList();
        var stopping = app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        foreach (var item in cases.Take(AtOnce)) await SampleSeed.Open(item, form, door, stopping);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Math.Min(AtOnce, cases.Count)} cases are open, {Math.Max(0, cases.Count - AtOnce)} more arrive, one every {s_pace.TotalSeconds:0} seconds"));
        Console.Out.WriteLine($"Open {app.Urls.First()} and be Ada, Ben, Chris, Dana, Eve or Max");
        if (json)
            Answer.Print(new JsonObject { ["url"] = app.Urls.First(), ["cases"] = cases.Count, ["text"] = form == SampleForm.Text });

        var arriving = Arrive(cases.Skip(AtOnce), form, door, stopping);
        await app.WaitForShutdownAsync(CancellationToken.None);
        await arriving;
        return 0;
    }

    private static async Task Arrive(IEnumerable<SampleCase> cases, SampleForm form, SampleDoor door, CancellationToken stopping)
    {
        try
        {
            foreach (var item in cases)
            {
                await Task.Delay(s_pace, stopping);
                await SampleSeed.Open(item, form, door, stopping);
            }
        }
        catch (OperationCanceledException)
        {
            // The demo ends; what has not arrived arrives at the next start.
        }
    }
}
