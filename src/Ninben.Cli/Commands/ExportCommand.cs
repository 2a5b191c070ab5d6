using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Audit;

namespace Ninben.Cli.Commands;

/// <summary><c>ninben export CASE</c>: the bundle on standard output, one line of JSON.</summary>
internal static class ExportCommand
{
    public static Command Make()
    {
        var id = new Argument<string>("case") { Description = "Case id." };
        var data = SharedOptions.Folder("./data");
        var json = SharedOptions.Json();
        json.Description = "The bundle is JSON in any case; accepted so that every command takes it.";
        var command = new Command("export", "Writes a case as a bundle that verify --file can check.") { id, data, json };
        command.SetAction((parsed, cancellationToken) =>
            OfflineStore.Use(parsed.GetValue(data)!, services => Run(services, new CaseId(parsed.GetValue(id)!), cancellationToken)));
        return command;
    }

    private static async Task<int> Run(IServiceProvider services, CaseId id, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<CaseExport>().Write(id, cancellationToken) is not { } bundle)
        {
            await Console.Error.WriteLineAsync($"There is no case {id}.");
            return 1;
        }

        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(bundle, cancellationToken);
        await output.WriteAsync("\n"u8.ToArray(), cancellationToken);
        return 0;
    }
}
