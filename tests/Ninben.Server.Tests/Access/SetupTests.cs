namespace Ninben.Server.Tests.Access;

/// <summary>The first start, on a server of its own.</summary>
public sealed class SetupTests
{
    [Fact]
    public async Task The_set_up_link_makes_one_admin_once()
    {
        var data = Directory.CreateTempSubdirectory("ninben-setup-");
        string? link = null;
        try
        {
            await using var app = NinbenServer.Create(new ServerOptions
            {
                DataFolder = data.FullName,
                Urls = ["http://127.0.0.1:0"],
                OnSetupLink = l =>
                link = l
            });
            await app.StartAsync(TestContext.Current.CancellationToken);
            using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            client.DefaultRequestHeaders.Add("X-Ninben", "1");
            var token = link![(link!.IndexOf("token=", StringComparison.Ordinal) + 6)..];
            string Body(string t, string name) => $$"""{"token":"{{t}}","name":"{{name}}","password":"a long enough password"}""";

            using var guessed = await RunningServer.Try(client, HttpMethod.Post, "/api/setup", Body("guess", "Mallory"));
            Assert.Equal("setup-token", (string)(await RunningServer.Problem(guessed, 403))["code"]!);
            using var tooShort = await RunningServer.Try(client, HttpMethod.Post, "/api/setup", Body(token, "First")
                .Replace("a long enough password", "short", StringComparison.Ordinal));
            await RunningServer.Problem(tooShort, 422);
            var session = await RunningServer.Send(client, HttpMethod.Post, "/api/setup", Body(token, "First"));
            Assert.Equal("First", (string)session["user"]!["name"]!);
            using var again = await RunningServer.Try(client, HttpMethod.Post, "/api/setup", Body(token, "Second"));
            await RunningServer.Problem(again, 403);

            var stored = Directory.EnumerateFiles(data.FullName, "accounts.db*").SelectMany(ReadShared).ToArray();
            Assert.DoesNotContain(token, System.Text.Encoding.Latin1.GetString(stored), StringComparison.Ordinal);
            await app.StopAsync(TestContext.Current.CancellationToken);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static byte[] ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
