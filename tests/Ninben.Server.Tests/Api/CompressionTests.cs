using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Ninben.Server.Tests.Api;

public sealed class CompressionTests(RunningServer server)
{
    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task What_is_read_is_compressed_as_the_client_asks_and_says_the_same(string encoding)
    {
        await server.OpenReview("compressed " + encoding);
        using var plain = await Get("/api/reviews?limit=200", "identity");
        using var squeezed = await Get("/api/reviews?limit=200", encoding);

        var bytes = await squeezed.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var text = await plain.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal([encoding], squeezed.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", squeezed.Headers.Vary);
        Assert.True(bytes.Length < text.Length, $"{bytes.Length} of {text.Length} bytes");
        await using var stream = encoding == "br" ? (Stream)new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress)
            : new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        var read = await JsonNode.ParseAsync(stream, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Contains(read!["items"]!.AsArray(), row => (string?)row!["title"] == "compressed " + encoding);
    }

    [Theory]
    [InlineData("/api/session")]
    [InlineData("/api/session/options")]
    [InlineData("/api/people")]
    [InlineData("/api/keys")]
    public async Task What_is_about_sessions_people_and_keys_is_not_compressed(string path)
    {
        using var answer = await Get(path, "br, gzip");

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("cross-site", false)]
    [InlineData("same-site", false)]
    [InlineData("none", false)]
    [InlineData("same-origin", true)]
    public async Task What_another_site_made_the_browser_ask_is_not_compressed(string from, bool isCompressed)
    {
        using var answer = await Get("/api/processes", "br", from);

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal(isCompressed, answer.Content.Headers.ContentEncoding.Count > 0);
    }

    [Fact]
    public async Task The_answer_to_a_change_is_not_compressed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/audit/chain");
        request.Headers.Add("Accept-Encoding", "br, gzip");

        using var answer = await server.Admin.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task Live_events_arrive_at_once_and_as_they_are()
    {
        using var answer = await Get("/api/events", "br, gzip");
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));

        Assert.All(answer.Content.Headers.ContentEncoding, encoding => Assert.Equal("identity", encoding));
        Assert.Equal("event: ping", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
    }

    private async Task<HttpResponseMessage> Get(string path, string encodings, string? from = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Encoding", encodings);
        if (from is not null) request.Headers.Add("Sec-Fetch-Site", from);
        return await server.Admin.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }
}
