using System.Net.Http.Headers;

namespace Ninben.Server.Tests.Documents;

public sealed class DocumentTests(RunningServer server)
{
    private static readonly byte[] s_png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task A_picture_is_kept_shown_and_downloaded_as_what_it_is()
    {
        using var added = await Upload(s_png, "scan.png", "image/png");
        var text = await added.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(added.StatusCode == System.Net.HttpStatusCode.Created, text);
        var hash = (string)System.Text.Json.Nodes.JsonNode.Parse(text)!["hash"]!;

        using var page = await RunningServer.Try(server.Reviewer, HttpMethod.Get, $"/api/documents/{hash}/pages/1");
        using var content = await RunningServer.Try(server.Reviewer, HttpMethod.Get, $"/api/documents/{hash}/content");

        Assert.Equal("image/png", page.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", page.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(s_png, await page.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("attachment", content.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", content.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Fifty_megabytes_are_refused_in_words()
    {
        using var answer = await Upload(new byte[50 * 1024 * 1024], "large.png", "image/png");

        Assert.Equal("too-large", (string)(await RunningServer.Problem(answer, 413))["code"]!);
    }

    [Fact]
    public async Task Fifty_megabytes_without_a_form_are_refused_in_words()
    {
        using var content = new ByteArrayContent(new byte[50 * 1024 * 1024]);
        content.Headers.ContentType = new MediaTypeHeaderValue("image/png");

        using var answer = await server.Builder.PostAsync(new Uri("/api/documents", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal("too-large", (string)(await RunningServer.Problem(answer, 413))["code"]!);
    }

    [Fact]
    public async Task Text_that_is_called_a_picture_is_refused()
    {
        using var answer = await Upload("hello"u8.ToArray(), "scan.png", "image/png");

        Assert.Equal("not-as-claimed", (string)(await RunningServer.Problem(answer, 415))["code"]!);
    }

    [Fact]
    public async Task A_path_in_the_name_is_dropped()
    {
        using var added = await Upload("plain words"u8.ToArray(), "../../etc/passwd.txt", "text/plain");

        var document = System.Text.Json.Nodes.JsonNode.Parse(await added.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        Assert.Equal("passwd.txt", (string)document["name"]!);
    }

    [Theory]
    [InlineData("..%2f..%2faccounts.db")]
    [InlineData("0000")]
    public async Task A_name_that_is_no_hash_is_not_found(string name)
    {
        using var answer = await RunningServer.Try(server.Reviewer, HttpMethod.Get, $"/api/documents/{name}/content");

        await RunningServer.Problem(answer, 404);
    }

    private async Task<HttpResponseMessage> Upload(byte[] bytes, string name, string type)
    {
        using var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue(type);
        form.Add(file, "file", name);
        return await server.Builder.PostAsync(new Uri("/api/documents", UriKind.Relative), form, TestContext.Current.CancellationToken);
    }
}
