using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Deployments;
using Ninben.Runtime.Execution;
using Ninben.Server;
using Ninben.Testing.Samples;

namespace Ninben.Dev.Commands.Bench;

/// <summary><c>bench memory</c>: resident memory of a server that has just started, and of one with many cases that wait for a person.</summary>
internal static class MemoryCommand
{
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(2);

    public static Command Create()
    {
        var cases = new Option<int>("--cases") { Description = "How many cases wait.", DefaultValueFactory = _ => 100_000 };
        var json = new Option<bool>("--json") { Description = "Prints the result as one JSON line, last." };
        var child = new Option<bool>("--inside") { Description = "Runs the server in this process.", Hidden = true };
        var command = new Command("memory", "Measures the resident memory of a server, idle and with waiting cases.") { cases, json, child };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var count = parsed.GetValue(cases);
            if (parsed.GetValue(child)) return await Serve(count, cancellationToken);
            var line = await Ask(count, cancellationToken);
            var found = JsonSerializer.Deserialize<Dictionary<string, double>>(line)!;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"resident, idle            {found["idleMb"],10:0.0} MB\nresident, {count,9:N0} waiting {found["waitingMb"],9:0.0} MB"));
            if (parsed.GetValue(json)) Console.WriteLine(line);
            return 0;
        });
        return command;
    }

    /// <summary>The measured process is one of its own, so that nothing of the measuring counts.</summary>
    private static async Task<string> Ask(int cases, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in (string[])[typeof(MemoryCommand).Assembly.Location, "bench", "memory", "--inside", "--cases",
            cases.ToString(CultureInfo.InvariantCulture)])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        try
        {
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0) throw new InvalidOperationException($"The measured process ended with {process.ExitCode}.");
            return output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static async Task<int> Serve(int cases, CancellationToken cancellationToken)
    {
        var root = Directory.CreateTempSubdirectory("ninben-bench-").FullName;
        try
        {
            await using var app = NinbenServer.Create(new ServerOptions { DataFolder = root, Urls = ["http://127.0.0.1:0"], OnSetupLink = _ => { } });
            await app.StartAsync(cancellationToken);
            await Task.Delay(Settle, cancellationToken);
            var idle = ResidentMb();

            var deployments = app.Services.GetRequiredService<IDeployments>();
            await deployments.DeployDecisions(ExpenseSample.Dmn, "expense.dmn", EngineHost.Client, cancellationToken);
            await deployments.DeployProcess(ExpenseSample.Bpmn, "expense.bpmn", EngineHost.Client, cancellationToken);
            await Open(app.Services.GetRequiredService<ICaseRunner>(), cases, cancellationToken);
            await Task.Delay(Settle, cancellationToken);
            var waiting = ResidentMb();
            await app.StopAsync(CancellationToken.None);
            Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string,
                double>
            { ["idleMb"] = Math.Round(idle, 1), ["waitingMb"] = Math.Round(waiting, 1) }));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }

        return 0;
    }

    private static Task Open(ICaseRunner runner, int cases, CancellationToken cancellationToken)
    {
        var how = new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = cancellationToken };
        return Parallel.ForEachAsync(Enumerable.Range(0, cases), how, async (number, cancelled) =>
        {
            var id = new CaseId(Guid.CreateVersion7().ToString("n"));
            // Cases with an odd number wait for a person.
            var command = new OpenCase(id, ExpenseSample.Process, 1, null, ExpenseSample.Variables((2 * number) + 1));
            if ((await runner.Execute(id, command, EngineHost.Client, null, cancelled)).Refusal is { } refusal)
                throw new InvalidOperationException($"{refusal.Code}: {refusal.Message}");
        });
    }

    /// <summary>VmRSS of this process.</summary>
    private static double ResidentMb()
    {
        const string Name = "VmRSS:";
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(Name, StringComparison.Ordinal));
        return double.Parse(line[Name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture) / 1024;
    }
}
