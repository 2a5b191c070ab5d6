using System.CommandLine;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Ninben.Runtime.Audit;

namespace Ninben.Cli.Commands;

/// <summary><c>ninben verify</c>: whether the facts are the ones that were recorded.</summary>
internal static class VerifyCommand
{
    public static Command Make()
    {
        var data = SharedOptions.Folder("./data");
        var file = new Option<FileInfo?>("--file") { Description = "A bundle made by export, instead of a data folder." };
        var json = SharedOptions.Json();
        var command = new Command("verify", "Checks every hash chain; exit code 1 when one is broken.") { data, file, json };
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(file) is { } bundle
            ? Bundle(bundle, parsed.GetValue(json), cancellationToken)
            : OfflineStore.Use(parsed.GetValue(data)!, services => Store(services, parsed.GetValue(json), cancellationToken)));
        return command;
    }

    private static async Task<int> Bundle(FileInfo file, bool json, CancellationToken cancellationToken)
    {
        if (file.Exists) return Tell(BundleVerifier.Verify(await File.ReadAllBytesAsync(file.FullName, cancellationToken)), json);
        await Console.Error.WriteLineAsync($"There is no file {file.FullName}.");
        return 2;
    }

    private static async Task<int> Store(IServiceProvider services, bool json, CancellationToken cancellationToken) =>
        Tell(await services.GetRequiredService<ChainVerifier>().Verify(cases => Console.Error.WriteLine($"{cases} cases checked"), cancellationToken), json);

    private static int Tell(AuditReport report, bool json)
    {
        foreach (var problem in report.Problems) Console.Out.WriteLine($"BROKEN case {problem.Case} fact {problem.Sequence}: {problem.Message}");
        Console.Out.WriteLine($"{report.Cases} cases, {report.Facts} facts: {(report.Ok ? "every chain holds" : $"{report.Problems.Count} problems")}");
        if (json)
            Answer.Print(new JsonObject
            {
                ["cases"] = report.Cases,
                ["facts"] = report.Facts,
                ["ok"] = report.Ok,
                ["problems"] = new JsonArray([.. report.Problems.Select(Row)]),
            });
        return report.Ok ? 0 : 1;
    }

    private static JsonNode Row(AuditProblem problem) =>
        new JsonObject { ["case"] = problem.Case.Value, ["sequence"] = problem.Sequence, ["message"] = problem.Message };
}
