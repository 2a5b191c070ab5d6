using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Ninben.Bpmn.Cases;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Feel;
using Ninben.Oversight.Reviews;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Audit;
using Ninben.Runtime.Deployments;
using Ninben.Runtime.Execution;
using Ninben.Runtime.Streams;
using Ninben.Runtime.Views;
using Ninben.Storage;

namespace Ninben.Runtime.Tests;

/// <summary>A whole runtime on SQLite in a folder of its own. Disposing checks that every stream still replays to what is stored.</summary>
internal sealed class RuntimeUnderTest : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly bool ownsFolder;
    private readonly IHost host;

    private RuntimeUnderTest(IHost host, string folder, bool ownsFolder)
    {
        this.host = host;
        this.ownsFolder = ownsFolder;
        Folder = folder;
    }

    public static Person Vera { get; } = new("vera", "Vera Lind", ["reviewer"], ["clerks"]);

    public static Actor Client { get; } = new(ActorKind.Key, "client", "Client");

    public string Folder { get; }

    public ICaseRunner Runner => Get<ICaseRunner>();

    public IFactReader Facts => Get<IFactReader>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<RuntimeUnderTest> Start(RuntimeSetup? setup = null)
    {
        setup ??= new RuntimeSetup();
        var folder = setup.Folder ?? Directory.CreateTempSubdirectory("ninben-test-").FullName;
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        if (setup.Time is not null) builder.Services.AddSingleton(setup.Time);
        foreach (var connector in setup.Connectors) builder.Services.AddSingleton(connector);
        builder.Services.AddNinbenSqlite(folder);
        builder.Services.AddNinbenRuntime(setup.Options);
        var host = builder.Build();
        await host.StartAsync(Token);
        return new RuntimeUnderTest(host, folder, setup.Folder is null);
    }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public async Task Deploy(ReadOnlyMemory<byte> bpmn, ReadOnlyMemory<byte>? dmn = null)
    {
        var deployments = Get<IDeployments>();
        var process = await deployments.DeployProcess(bpmn, "test.bpmn", Client, Token);
        Assert.True(process.Model is not null, string.Join('\n', process.Diagnostics));
        if (dmn is null) return;
        var decisions = await deployments.DeployDecisions(dmn.Value, "test.dmn", Client, Token);
        Assert.True(decisions.Model is not null, string.Join('\n', decisions.Diagnostics));
    }

    public async Task<CaseId> Open(string process, FeelContext variables, CommandKey? key = null, int version = 1)
    {
        var id = new CaseId(Guid.CreateVersion7().ToString("n"));
        var answer = await Runner.Execute(id, new OpenCase(id, process, version, null, variables), Client, key, Token);
        Assert.True(answer.Refusal is null, answer.Refusal?.Message);
        return answer.Case;
    }

    public Task<CaseAnswer> Execute(CaseId id, CaseCommand command, Actor? by = null, CommandKey? key = null) =>
        Runner.Execute(id, command, by ?? Client, key, Token);

    public async Task<CaseAnswer> Approve(CaseId id, CommandKey? key = null)
    {
        var (number, shown) = await Get<ICaseReader>().Read(id, state => state.Reviews.Where(review => review.IsOpen)
            .Select(review => (review.Number, review.Shown)).First(), Token);
        return await Execute(id, new GiveVerdict(number, Vera, new Verdict(VerdictKind.Approve, shown, [], [], [], [], null, null)), Vera.Actor, key);
    }

    public Task<T?> Read<T>(CaseId id, Func<CaseState, T> read) => Get<ICaseReader>().Read(id, read, Token);

    public async Task<CaseRow> Row(CaseId id) => (await Get<ICaseView>().Find(id, Token))!;

    /// <summary>Waits until a case looks as expected, woken by commits.</summary>
    public async Task<CaseRow> Until(CaseId id, Func<CaseRow, bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(Patience);
        while (true)
        {
            var head = await Facts.Head(Token);
            var row = await Row(id);
            if (condition(row)) return row;
            try
            {
                await Get<ICommitFeed>().WaitBeyond(head, patience.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"The case did not come to the expected state in time; it is {row}.");
            }
        }
    }

    /// <summary>Waits until a case has so many facts of a type.</summary>
    public Task UntilFact(CaseId id, string type, int count) => Within(async patience =>
    {
        while (true)
        {
            var head = await Facts.Head(patience);
            if ((await FactsOf(id)).Count(fact => fact.Type == type) >= count) return;
            await Get<ICommitFeed>().WaitBeyond(head, patience);
        }
    });

    /// <summary>Waits until a process has so many cases.</summary>
    public Task UntilCases(string process, int count) => Within(async patience =>
    {
        while (true)
        {
            var head = await Facts.Head(patience);
            if ((await CasesOf(process)).Count >= count) return;
            await Get<ICommitFeed>().WaitBeyond(head, patience);
        }
    });

    /// <summary>The newest cases of a process.</summary>
    public async Task<IReadOnlyList<CaseRow>> CasesOf(string process) =>
        (await Get<ICaseView>().List(new CaseQuery(process, null, null, null, 100), Token)).Items;

    /// <summary>
    /// Moves the clock and waits for what follows. A worker may be between looking and going to sleep when the clock moves, so the clock is
    /// nudged by nothing until the expected thing has happened.
    /// </summary>
    public async Task Step(SteppedTime time, TimeSpan by, Func<Task> until)
    {
        time.Advance(by);
        var done = until();
        using var nudges = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!done.IsCompleted)
        {
            time.Advance(TimeSpan.Zero);
            await Task.WhenAny(done, nudges.WaitForNextTickAsync(Token).AsTask());
        }

        await done;
    }

    private static async Task Within(Func<CancellationToken, Task> wait)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(Patience);
        await wait(patience.Token);
    }

    public async Task<List<StoredFact>> FactsOf(CaseId id)
    {
        var facts = new List<StoredFact>();
        await foreach (var fact in Facts.Read(id, 1, Token)) facts.Add(fact);
        return facts;
    }

    /// <summary>Ends the workers wherever they are; what was committed stays.</summary>
    public Task Stop() => host.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Stop();
        var report = await Get<ChainVerifier>().Verify(null, CancellationToken.None);
        Assert.Empty(report.Problems);
        if (host is IAsyncDisposable disposable) await disposable.DisposeAsync();
        if (ownsFolder) Directory.Delete(Folder, recursive: true);
    }
}
