using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Ninben.Feel;
using Ninben.Runtime.Accounts;
using Ninben.Runtime.Deployments;
using Ninben.Runtime.Jobs;
using Ninben.Server;
using Ninben.Testing.Samples;

namespace Ninben.Dev.Commands.Bench;

/// <summary>
/// A real server on a loopback port of this process: an API key opens cases, and a person's session reads each review and approves what it was shown.
/// Client and server share the processors, so the numbers are those of both together.
/// </summary>
internal sealed class HttpTarget : IFlowTarget
{
    private readonly WebApplication _app;
    private readonly HttpClient _key;
    private readonly HttpClient _person;

    private HttpTarget(WebApplication app, HttpClient key, HttpClient person)
    {
        _app = app;
        _key = key;
        _person = person;
    }

    public static async Task<HttpTarget> Start(string folder, IConnector ledger, CancellationToken cancellationToken)
    {
        var app = NinbenServer.Create(new ServerOptions
        {
            DataFolder = folder,
            Urls = ["http://127.0.0.1:0"],
            Mode = ServerMode.Demo,
            Configure = services =>
                services.AddSingleton<IEnumerable<IConnector>>([ledger]),
        });
        await app.StartAsync(cancellationToken);
        var deployments = app.Services.GetRequiredService<IDeployments>();
        await deployments.DeployDecisions(ExpenseSample.Dmn, "expense.dmn", EngineHost.Client, cancellationToken);
        await deployments.DeployProcess(ExpenseSample.Bpmn, "expense.bpmn", EngineHost.Client, cancellationToken);

        var people = app.Services.GetRequiredService<IPeople>();
        await people.Change(people.Find("ada")! with { Groups = [ExpenseSample.Group] }, null, cancellationToken);
        var person = await Enter(app, "ada", cancellationToken);
        using var admin = await Enter(app, "max", cancellationToken);
        using var made = await admin.PostAsJsonAsync("/api/keys", new { name = "bench", roles = new[] { Role.Builder } }, cancellationToken);
        var secret = (string)(await made.Content.ReadFromJsonAsync<JsonObject>(cancellationToken))!["key"]!;
        var key = NewClient(app);
        key.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return new HttpTarget(app, key, person);
    }

    public async Task<string> Open(int number, CancellationToken cancellationToken)
    {
        var variables = FeelJson.ToJson(FeelValue.From(ExpenseSample.Variables(number)));
        using var content = new StringContent($$"""{"process":"{{ExpenseSample.Process}}","variables":{{variables}}}""", Encoding.UTF8, "application/json");
        return (string)(await Send(_key, "/api/cases", content, cancellationToken))["id"]!;
    }

    public async Task Approve(string id, CancellationToken cancellationToken) => await Give(await Find(id, cancellationToken), cancellationToken);

    /// <summary>The open review of a case and the hash of what it shows, as the person's screen reads them.</summary>
    public async Task<(string Review, string Shown)> Find(string id, CancellationToken cancellationToken)
    {
        var found = await _person.GetFromJsonAsync<JsonObject>($"/api/cases/{id}", cancellationToken);
        var review = (string)found!["reviews"]![0]!["id"]!;
        var detail = await _person.GetFromJsonAsync<JsonObject>($"/api/reviews/{review}", cancellationToken);
        return (review, (string)detail!["shown"]!);
    }

    /// <summary>Sends the verdict alone.</summary>
    public async Task Give((string Review, string Shown) what, CancellationToken cancellationToken)
    {
        using var content = JsonContent.Create(new { kind = "approve", shown = what.Shown, dwellMilliseconds = 900 });
        await Send(_person, $"/api/reviews/{what.Review}/verdict", content, cancellationToken);
    }

    public async Task<long> CountClosed(CancellationToken cancellationToken)
    {
        var processes = await _key.GetFromJsonAsync<JsonObject>("/api/processes", cancellationToken);
        return processes!["items"]!.AsArray().Sum(p => (long)p!["closed"]!);
    }

    public async ValueTask DisposeAsync()
    {
        _key.Dispose();
        _person.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    private static async Task<JsonObject> Send(HttpClient client, string path, HttpContent content, CancellationToken cancellationToken)
    {
        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), content, cancellationToken);
        if (answer.IsSuccessStatusCode) return (await answer.Content.ReadFromJsonAsync<JsonObject>(cancellationToken))!;
        throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancellationToken)}");
    }

    private static async Task<HttpClient> Enter(WebApplication app, string persona, CancellationToken cancellationToken)
    {
        var client = NewClient(app);
        using var entered = await client.PostAsJsonAsync("/api/session/persona", new { id = persona }, cancellationToken);
        entered.EnsureSuccessStatusCode();
        return client;
    }

    private static HttpClient NewClient(WebApplication app)
    {
        var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        client.DefaultRequestHeaders.Add("X-Ninben", "1");
        return client;
    }
}
