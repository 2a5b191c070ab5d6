using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Ninben.Connectors;
using Ninben.Connectors.Ocr;
using Ninben.Runtime.Documents;
using Ninben.Runtime.Jobs;
using Ninben.Server;
using Ninben.Testing.Ledger;

namespace EndToEnd.Tests.Running;

/// <summary>
/// A real server in this process: Kestrel on a free loopback port, SQLite in a folder of its own, the real workers, a ledger to act on,
/// and the web pages as built. Beside the real connectors there is one whose proposals a test writes itself.
/// </summary>
public sealed class RunningDemo : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("ninben-e2e-");
    private WebApplication _app = null!;

    public string Url => _app.Urls.First();

    public IServiceProvider Services => _app.Services;

    public DemoLedger Ledger { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Ledger = await DemoLedger.Start(0, null, TimeProvider.System, CancellationToken.None);
        _app = NinbenServer.Create(new ServerOptions
        {
            DataFolder = _data.FullName,
            Urls = ["http://127.0.0.1:0"],
            Mode = ServerMode.Demo,
            WebFolder = Repository.Web,
            Settings = new Dictionary<string, string?> { ["Connections:ledger:BaseUrl"] = Ledger.Url, ["Connections:ledger:AllowPrivate"] = "true" },
            Configure = services => services.AddSingleton<IEnumerable<IConnector>>(provider =>
            [
                .. ConnectorCatalogue.Create(new ConnectorSurroundings(provider.GetRequiredService<IConfiguration>(),
                    provider.GetRequiredService<IDocuments>(), provider.GetRequiredService<IPageReader>(), TimeProvider.System)),
                new WrittenProposals(),
            ]),
        });
        await _app.StartAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        await Ledger.DisposeAsync();
        _data.Delete(recursive: true);
    }

    public Task<Person> Enter(string persona) => Person.Enter(Url, persona);

    /// <summary>Deploys the process in which people judge written invoices before they are posted.</summary>
    public async Task DeployDesk(string hold = "PT10S", int attempts = 5, int timeout = 15)
    {
        using var dana = await Enter("dana");
        var (status, body) = await dana.TryXml("/api/decisions", DeskModels.Gate);
        Assert.True((int)status is 200 or 201, body.ToJsonString());
        (status, body) = await dana.TryXml("/api/processes", DeskModels.Process(hold, attempts, timeout));
        Assert.True((int)status is 200 or 201, body.ToJsonString());
    }

    /// <summary>Opens a case with an invoice of which some fields are doubtful, and waits for its review.</summary>
    public static async Task<string> OpenReview(Person dana, WrittenInvoice invoice)
    {
        var id = await dana.OpenCase("desk", invoice.Number, invoice.ToVariables());
        var review = await Until.Some($"the review of {invoice.Number}", async () =>
            (await dana.Get($"/api/cases/{id}"))["reviews"]!.AsArray().FirstOrDefault());
        return (string)review["id"]!;
    }

    /// <summary>The ledger's entries of one invoice number.</summary>
    public ImmutableArray<LedgerEntry> Posted(string number) =>
        [.. Ledger.Entries.Where(e => e.Body.TryGetProperty("number", out var found) && found.GetString() == number)];
}
