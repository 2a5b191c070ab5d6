using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Ninben.Runtime.Accounts;
using Ninben.Server.Access;

[assembly: AssemblyFixture(typeof(Ninben.Server.Tests.RunningServer))]

namespace Ninben.Server.Tests;

/// <summary>A real server on a free loopback port with a data folder of its own, one person per role, and a deployed process that asks a person.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    public const string Password = "a long enough password";
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("ninben-server-");
    private readonly Dictionary<string, HttpClient> _signedIn = [];
    private string? _setupLink;

    public WebApplication App { get; private set; } = null!;

    public Uri Url { get; private set; } = null!;

    public string SetupToken => _setupLink![(_setupLink!.IndexOf("token=", StringComparison.Ordinal) + 6)..];

    /// <summary>A client without a session that sends the header of our own pages.</summary>
    public HttpClient Anonymous { get; private set; } = null!;

    public HttpClient Reviewer => _signedIn[Role.Reviewer];

    public HttpClient Builder => _signedIn[Role.Builder];

    public HttpClient Admin => _signedIn[Role.Admin];

    public HttpClient As(string role) => _signedIn[role];

    /// <summary>A client with an API key that has every role.</summary>
    public HttpClient Key { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var cancellationToken = CancellationToken.None;
        App = NinbenServer.Create(new ServerOptions { DataFolder = _data.FullName, Urls = ["http://127.0.0.1:0"], OnSetupLink = link => _setupLink = link });
        await App.StartAsync(cancellationToken);
        Url = new Uri(App.Urls.First());
        Anonymous = NewClient();
        var people = App.Services.GetRequiredService<IPeople>();
        foreach (var role in Role.All)
        {
            var person = new PersonAccount("id-" + role, "Test " + role, null, [role], role == Role.Reviewer ? ["clerks"] : [], false,
                DateTimeOffset.UnixEpoch);
            await people.Add(SignIn.WithPassword(person, Password), null, cancellationToken);
            _signedIn[role] = await SignInAs("Test " + role);
        }

        Key = NewClient();
        var made = await Send(Admin, HttpMethod.Post, "/api/keys", """{"name":"tests","roles":["reviewer","owner","builder","auditor","admin"]}""");
        Key.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)made["key"]!);
        await Deploy("/api/processes", Models.Ask);
    }

    public async ValueTask DisposeAsync()
    {
        Anonymous.Dispose();
        Key.Dispose();
        foreach (var client in _signedIn.Values) client.Dispose();
        await App.StopAsync(CancellationToken.None);
        await App.DisposeAsync();
        _data.Delete(recursive: true);
    }

    /// <summary>A client of its own: its cookies are nobody else's.</summary>
    public HttpClient NewClient()
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Url, Timeout = TimeSpan.FromSeconds(60) };
        client.DefaultRequestHeaders.Add("X-Ninben", "1");
        return client;
    }

    public async Task<HttpClient> SignInAs(string name)
    {
        var client = NewClient();
        var answer = await client.PostAsJsonAsync("/api/session", new { name, password = Password }, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return client;
    }

    public async Task<JsonObject> Deploy(string path, string xml)
    {
        using var content = new StringContent(xml, Encoding.UTF8, "application/xml");
        var answer = await Builder.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
    }

    /// <summary>Sends JSON and expects success.</summary>
    public static async Task<JsonObject> Send(HttpClient client, HttpMethod method, string path, string? json = null)
    {
        using var answer = await Try(client, method, path, json);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>Sends JSON, whatever comes of it.</summary>
    public static async Task<HttpResponseMessage> Try(HttpClient client, HttpMethod method, string path, string? json = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    /// <summary>The problem of an answer, checked for its shape.</summary>
    public static async Task<JsonObject> Problem(HttpResponseMessage answer, int status)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode == status, $"expected {status}, found {(int)answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(text)!.AsObject();
        Assert.Equal(status, (int)problem["status"]!);
        foreach (var member in ImmutableArray.Create("type", "title", "code", "traceId")) Assert.False(string.IsNullOrEmpty((string?)problem[member]),
            $"{member} is missing in {text}");
        return problem;
    }

    /// <summary>Opens a case that waits for a reviewer, and returns its review.</summary>
    public async Task<JsonObject> OpenReview(string title)
    {
        var opened = await Send(Builder, HttpMethod.Post, "/api/cases",
            """{"process":"ask","businessKey":"TITLE","variables":{"title":"TITLE","total":12.5}}""".Replace("TITLE", title, StringComparison.Ordinal));
        var found = await Send(Admin, HttpMethod.Get, $"/api/cases/{opened["id"]}");
        return await Send(Reviewer, HttpMethod.Get, $"/api/reviews/{found["reviews"]![0]!["id"]}");
    }
}
