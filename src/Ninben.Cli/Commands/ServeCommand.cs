using System.CommandLine;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Hosting;
using Ninben.Runtime.Streams;
using Ninben.Server;

namespace Ninben.Cli.Commands;

/// <summary><c>ninben serve</c></summary>
internal static class ServeCommand
{
    public static Command Make()
    {
        var data = SharedOptions.Folder("./data");
        var (urls, web, json) = (SharedOptions.Urls(), SharedOptions.Web(), SharedOptions.Json());
        var command = new Command("serve", "Runs the server.") { data, urls, web, json };
        command.SetAction((parsed, cancellationToken) => Run(new ServerOptions
        {
            DataFolder = parsed.GetValue(data)!.FullName,
            Urls = [.. parsed.GetValue(urls)!],
            WebFolder = parsed.GetValue(web)?.FullName,
        }, parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> Run(ServerOptions options, bool json, CancellationToken cancellationToken)
    {
        try
        {
            await using var app = NinbenServer.Create(options);
            await app.StartAsync(cancellationToken);
            Console.Out.WriteLine($"Ninben listens on {string.Join(", ", app.Urls)}; data in {options.DataFolder}");
            if (json) Answer.Print(new JsonObject { ["urls"] = new JsonArray([.. app.Urls.Select(u => (JsonNode)u)]), ["data"] = options.DataFolder });
            await app.WaitForShutdownAsync(cancellationToken);
            return 0;
        }
        catch (StorageException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
        catch (IOException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }
}
