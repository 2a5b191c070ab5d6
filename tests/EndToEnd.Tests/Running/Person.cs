using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace EndToEnd.Tests.Running;

/// <summary>Somebody who uses the server over HTTP, signed in as a persona of the demo.</summary>
public sealed class Person : IDisposable
{
    private readonly HttpClient _client;

    private Person(Uri url)
    {
        _client = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(60) };
        _client.DefaultRequestHeaders.Add("X-Ninben", "1");
    }

    public static async Task<Person> Enter(string url, string persona)
    {
        var person = new Person(new Uri(url));
        await person.Post("/api/session/persona", new JsonObject { ["id"] = persona });
        return person;
    }

    public async Task<JsonObject> Get(string path) => await Read(HttpMethod.Get, path, await Send(HttpMethod.Get, path, null));

    public async Task<JsonObject> Post(string path, JsonNode? body = null) =>
        await Read(HttpMethod.Post, path, await Send(HttpMethod.Post, path, body is null ? null : Json(body)));

    /// <summary>Posts whatever it is, whatever comes of it.</summary>
    public async Task<(HttpStatusCode Status, JsonObject Body)> Try(string path, HttpContent body, string? key = null)
    {
        using var answer = await Send(HttpMethod.Post, path, body, key);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text)!.AsObject() : []);
    }

    public Task<(HttpStatusCode Status, JsonObject Body)> TryJson(string path, JsonNode body, string? key = null) => Try(path, Json(body), key);

    public Task<(HttpStatusCode Status, JsonObject Body)> TryXml(string path, string xml) =>
        Try(path, new StringContent(xml, Encoding.UTF8, "application/xml"));

    public async Task<string> Upload(ReadOnlyMemory<byte> bytes, string mediaType, string name)
    {
        var (status, body) = await Try("/api/documents", File(bytes, mediaType, name));
        Assert.True(status is HttpStatusCode.Created or HttpStatusCode.OK, $"Upload of {name}: {(int)status} {body.ToJsonString()}");
        return (string)body["hash"]!;
    }

    public async Task<string> OpenCase(string process, string key, JsonObject variables) =>
        (string)(await Post("/api/cases", new JsonObject { ["process"] = process, ["businessKey"] = key, ["variables"] = variables }))["id"]!;

    /// <summary>Every item of a list, however many pages it has.</summary>
    public async Task<IReadOnlyList<JsonObject>> All(string path)
    {
        var items = new List<JsonObject>();
        string? after = null;
        do
        {
            var mark = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            var page = await Get(path + mark + "limit=200" + (after is null ? "" : "&after=" + Uri.EscapeDataString(after)));
            items.AddRange(page["items"]!.AsArray().Select(i => i!.AsObject()));
            after = (string?)page["next"];
        }
        while (after is not null);
        return items;
    }

    public static MultipartFormDataContent File(ReadOnlyMemory<byte> bytes, string mediaType, string name)
    {
        var part = new ReadOnlyMemoryContent(bytes);
        part.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return new MultipartFormDataContent { { part, "file", name } };
    }

    public void Dispose() => _client.Dispose();

    private static StringContent Json(JsonNode body) => new(body.ToJsonString(), Encoding.UTF8, "application/json");

    private async Task<HttpResponseMessage> Send(HttpMethod method, string path, HttpContent? body, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<JsonObject> Read(HttpMethod method, string path, HttpResponseMessage answer)
    {
        using var whole = answer;
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject();
    }
}
