using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace Ninben.Dev.Commands.Bench;

/// <summary><c>bench flow</c>: whole cases per second, half of them with a person's verdict.</summary>
internal static class FlowCommand
{
    public static Command Create()
    {
        var cases = new Option<int>("--cases") { Description = "How many cases to run.", DefaultValueFactory = _ => 20_000 };
        var concurrency = new Option<int>("--concurrency") { Description = "How many clients at the same time.", DefaultValueFactory = _ => 64 };
        var json = new Option<bool>("--json") { Description = "Prints the result as one JSON line, last." };
        var folder = new Option<string?>("--data") { Description = "Folder for the database; a temporary one when absent." };
        var http = new Option<bool>("--http") { Description = "Drive a real server over HTTP instead of the engine's ports." };
        var command = new Command("flow", "Runs whole cases: start, script proposal, gate, half with a verdict, action, end.") { cases, concurrency,
            json, folder, http };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var root = parsed.GetValue(folder) ?? Directory.CreateTempSubdirectory("ninben-bench-").FullName;
            try
            {
                var how = (root, parsed.GetValue(cases), parsed.GetValue(concurrency));
                var lines = parsed.GetValue(http) ? await RunOverHttp(how, cancellationToken) : await Run(how, cancellationToken);
                Console.WriteLine(lines.Table);
                if (parsed.GetValue(json)) Console.WriteLine(lines.Json);
            }
            finally
            {
                if (parsed.GetValue(folder) is null) Directory.Delete(root, recursive: true);
            }

            return 0;
        });
        return command;
    }

    private static async Task<(string Table, string Json)> Run((string Folder, int Cases, int Concurrency) how, CancellationToken cancellationToken)
    {
        var ledger = new RecordingLedger();
        await using var engine = await EngineHost.Start(how.Folder, ledger, cancellationToken);
        await using var target = new EngineTarget(engine);
        await Console.Error.WriteLineAsync($"{how.Cases:N0} cases, {how.Concurrency} clients, SQLite WAL with synchronous=full, in process");
        var result = await FlowLoad.Run(target, how.Cases, how.Concurrency, cancellationToken);
        Require(ledger, how.Cases);

        var bytes = await engine.Store.CompactedBytes(cancellationToken);
        var group = engine.Store.Writer.AverageGroup;
        await Console.Error.WriteLineAsync("  measuring the raw limit");
        var raw = RawLimit.CasesPerSecond(engine.Store, Path.Combine(how.Folder, "raw.db"), group);
        var memory = Environment.WorkingSet / (1024.0 * 1024.0);
        var table = string.Create(CultureInfo.InvariantCulture, $"""
            cases per second          {result.CasesPerSecond,10:N0}
            command p50 / p99, ms     {result.P50Ms,10:0.00} / {result.P99Ms:0.00}
            bytes per case            {bytes / (how.Cases + FlowLoad.WarmUp),10:N0}
            requests per transaction  {group,10:0.0}
            raw SQLite, cases/s       {raw,10:N0}
            working set, MB           {memory,10:N0}
            processor time, ms/case   {result.ProcessorMsPerCase,10:0.000}
            allocated, KB/case        {result.AllocatedKbPerCase,10:0.0}
            collections 0 / 1 / 2     {result.Collections,10}
            """);
        var json = JsonSerializer.Serialize(new Dictionary<string, double>
        {
            ["casesPerSecond"] = Math.Round(result.CasesPerSecond, 1),
            ["p50Ms"] = Math.Round(result.P50Ms, 3),
            ["p99Ms"] = Math.Round(result.P99Ms, 3),
            ["bytesPerCase"] = bytes / (how.Cases + FlowLoad.WarmUp),
            ["rawLimitPerSecond"] = Math.Round(raw, 1),
            ["processorMsPerCase"] = Math.Round(result.ProcessorMsPerCase, 3),
        });
        return (table, json);
    }

    private static async Task<(string Table, string Json)> RunOverHttp((string Folder, int Cases, int Concurrency) how, CancellationToken cancellationToken)
    {
        var ledger = new RecordingLedger();
        await using var target = await HttpTarget.Start(how.Folder, ledger, cancellationToken);
        await Console.Error.WriteLineAsync(
            $"{how.Cases:N0} cases, {how.Concurrency} clients, SQLite WAL with synchronous=full, over HTTP; client and server in one process");
        var result = await FlowLoad.Run(target, how.Cases, how.Concurrency, cancellationToken);
        Require(ledger, how.Cases);

        var table = string.Create(CultureInfo.InvariantCulture, $"""
            cases per second over HTTP  {result.CasesPerSecond,10:N0}
            step p50 / p99, ms          {result.P50Ms,10:0.00} / {result.P99Ms:0.00}
            processor time, ms/case     {result.ProcessorMsPerCase,10:0.000}
            allocated, KB/case          {result.AllocatedKbPerCase,10:0.0}
            collections 0 / 1 / 2       {result.Collections,10}
            """);
        var json = JsonSerializer.Serialize(new Dictionary<string, double>
        {
            ["casesPerSecond"] = Math.Round(result.CasesPerSecond, 1),
            ["p50Ms"] = Math.Round(result.P50Ms, 3),
            ["p99Ms"] = Math.Round(result.P99Ms, 3),
        });
        return (table, json);
    }

    /// <summary>Every case must have acted exactly once.</summary>
    private static void Require(RecordingLedger ledger, int cases)
    {
        var expected = cases + FlowLoad.WarmUp;
        if (ledger.Count != expected) throw new InvalidOperationException($"Expected {expected} actions, the ledger has {ledger.Count}.");
        if (ledger.Most != 1) throw new InvalidOperationException($"Expected every action once, the ledger has one {ledger.Most} times.");
    }
}
