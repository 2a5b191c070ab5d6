using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ninben.Oversight.Subjects;
using Ninben.Runtime;
using Ninben.Runtime.Deployments;
using Ninben.Runtime.Execution;
using Ninben.Runtime.Jobs;
using Ninben.Storage;
using Ninben.Storage.Sqlite;
using Ninben.Testing.Samples;

namespace Ninben.Dev.Commands.Bench;

/// <summary>The whole engine on SQLite in this process, with the expense sample deployed.</summary>
internal sealed class EngineHost : IAsyncDisposable
{
    private readonly IHost host;

    private EngineHost(IHost host) => this.host = host;

    public static Actor Client { get; } = new(ActorKind.Key, "bench", "Bench");

    public SqliteStore Store => Get<SqliteStore>();

    public static async Task<EngineHost> Start(string folder, IConnector ledger, CancellationToken cancellationToken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        // Whatever goes wrong inside is seen: a number measured over faults is none.
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(ledger);
        builder.Services.AddNinbenSqlite(folder);
        builder.Services.AddNinbenRuntime(new RuntimeOptions());
        var host = builder.Build();
        var engine = new EngineHost(host);
        await host.StartAsync(cancellationToken);
        var deployments = engine.Get<IDeployments>();
        Require(await deployments.DeployProcess(ExpenseSample.Bpmn, "expense.bpmn", Client, cancellationToken));
        Require(await deployments.DeployDecisions(ExpenseSample.Dmn, "expense.dmn", Client, cancellationToken));
        return engine;
    }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        if (host is IAsyncDisposable disposable) await disposable.DisposeAsync();
    }

    private static void Require(Deployment deployment)
    {
        if (deployment.Model is null) throw new InvalidOperationException(string.Join('\n', deployment.Diagnostics));
    }
}
