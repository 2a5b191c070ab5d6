using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Ninben.Cli.Tests;

public sealed class ServingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ninben-serve-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Serve_shows_the_set_up_link_and_answers()
    {
        var (process, url, said) = await NinbenProgram.Serve("serve", "--data", _folder.FullName, "--urls", "http://127.0.0.1:0");
        try
        {
            using var client = new HttpClient { BaseAddress = url };
            var health = await client.GetFromJsonAsync<JsonObject>("/healthz", TestContext.Current.CancellationToken);

            Assert.Equal("ok", (string)health!["status"]!);
            Assert.Matches(@"http://127\.0\.0\.1:\d+/setup#token=[\w-]{43}", said);
        }
        finally
        {
            await NinbenProgram.End(process);
        }
    }

    [Fact]
    public async Task A_folder_in_use_is_said_in_words()
    {
        var (process, _, _) = await NinbenProgram.Serve("serve", "--data", _folder.FullName, "--urls", "http://127.0.0.1:0");
        try
        {
            var second = await NinbenProgram.Run("serve", "--data", _folder.FullName, "--urls", "http://127.0.0.1:0");

            Assert.Equal(1, second.Code);
            Assert.Contains("in use", second.Errors, StringComparison.Ordinal);
        }
        finally
        {
            await NinbenProgram.End(process);
        }
    }

    [Fact]
    public async Task The_demo_has_personas_processes_and_reviews_and_its_chains_hold()
    {
        var (process, url, _) = await NinbenProgram.Serve("demo", "--data", _folder.FullName, "--urls", "http://127.0.0.1:0");
        string caseId;
        try
        {
            using var client = new HttpClient { BaseAddress = url };
            client.DefaultRequestHeaders.Add("X-Ninben", "1");
            var options = await client.GetFromJsonAsync<JsonObject>("/api/session/options", TestContext.Current.CancellationToken);
            Assert.Equal(6, options!["personas"]!.AsArray().Count);
            using var entered = await client.PostAsJsonAsync("/api/session/persona", new { id = "eve" }, TestContext.Current.CancellationToken);
            entered.EnsureSuccessStatusCode();
            var processes = await client.GetFromJsonAsync<JsonObject>("/api/processes", TestContext.Current.CancellationToken);
            Assert.Contains(processes!["items"]!.AsArray(), p => (string)p!["id"]! == "refund");
            var cases = await client.GetFromJsonAsync<JsonObject>("/api/cases", TestContext.Current.CancellationToken);
            caseId = (string)cases!["items"]![0]!["id"]!;
        }
        finally
        {
            await NinbenProgram.End(process);
        }

        var verified = await NinbenProgram.Run("verify", "--data", _folder.FullName);
        var exported = await NinbenProgram.Run("export", caseId, "--data", _folder.FullName);

        Assert.True(verified.Code == 0, verified.Output + verified.Errors);
        Assert.Equal(caseId, (string)JsonNode.Parse(exported.Output)!["case"]!);
        var bundle = Path.Combine(_folder.FullName, "bundle.json");
        await File.WriteAllTextAsync(bundle, exported.Output, TestContext.Current.CancellationToken);
        Assert.Equal(0, (await NinbenProgram.Run("verify", "--file", bundle)).Code);
    }
}
