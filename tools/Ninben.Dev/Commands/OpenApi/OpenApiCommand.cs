using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ninben.Server;

namespace Ninben.Dev.Commands.OpenApi;

/// <summary><c>dev openapi</c>: writes what the server says of its API, and the TypeScript types made from it, into <c>web/src/api</c>.</summary>
internal static class OpenApiCommand
{
    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var check = new Option<bool>("--check") { Description = "Write nothing; fail when the files are not what the server says." };
        var root = new Option<DirectoryInfo>("--root") { Description = "Repository root.", DefaultValueFactory = _ => FindRoot() };
        var command = new Command("openapi", "Writes web/src/api/openapi.json and types.ts from the server.") { check, root };
        command.SetAction((parsed, cancellationToken) => Run(parsed.GetValue(root)!, parsed.GetValue(check), cancellationToken));
        return command;
    }

    private static async Task<int> Run(DirectoryInfo root, bool check, CancellationToken cancellationToken)
    {
        var document = await Ask(cancellationToken);
        var files = new Dictionary<string, string>
        {
            [Path.Combine(root.FullName, "web", "src", "api", "openapi.json")] = document.ToJsonString(s_readable) + "\n",
            [Path.Combine(root.FullName, "web", "src", "api", "types.ts")] = TypeScriptTypes.Write(document),
        };
        var drifted = files.Where(f => !File.Exists(f.Key) || File.ReadAllText(f.Key) != f.Value).Select(f => Path.GetRelativePath(root.FullName, f.Key))
            .ToList();
        if (check)
        {
            foreach (var file in drifted) await Console.Error.WriteLineAsync($"{file} is not what the server says; run ./dev openapi.");
            return drifted.Count == 0 ? 0 : 1;
        }

        foreach (var (path, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, text, cancellationToken);
        }

        Console.Out.WriteLine(drifted.Count == 0 ? "Nothing changed." : "Wrote " + string.Join(", ", drifted));
        return 0;
    }

    private static async Task<JsonObject> Ask(CancellationToken cancellationToken)
    {
        var data = Directory.CreateTempSubdirectory("ninben-openapi-");
        try
        {
            await using var app = NinbenServer.Create(new ServerOptions { DataFolder = data.FullName, Urls = ["http://127.0.0.1:0"], Mode = ServerMode.Demo });
            await app.StartAsync(cancellationToken);
            using var client = new HttpClient();
            var text = await client.GetStringAsync(new Uri(app.Urls.First() + "/openapi/v1.json"), cancellationToken);
            await app.StopAsync(cancellationToken);
            return JsonNode.Parse(text)!.AsObject();
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static DirectoryInfo FindRoot()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Ninben.slnx"))) return folder;
        return new DirectoryInfo(Environment.CurrentDirectory);
    }
}
