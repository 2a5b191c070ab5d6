using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Oversight.Reviews;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Deployments;
using Ninben.Runtime.Execution;
using Ninben.Runtime.Jobs;
using Ninben.Runtime.Tests.Calls;
using Ninben.Storage;
using Ninben.Testing.Samples;

namespace Ninben.Runtime.Tests.Faults;

/// <summary>
/// The process that gets killed: this very executable, started with <see cref="FolderVariable"/> set, runs an engine on that folder instead of
/// tests. It takes one command a line and answers a line when the command is acknowledged.
/// </summary>
internal static class FaultHost
{
    public const string FolderVariable = "NINBEN_FAULT_HOST";

    public static async Task Run(string folder)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton<IConnector>(new LedgerFile(Path.Combine(folder, "ledger.log")));
        builder.Services.AddNinbenSqlite(Path.Combine(folder, "data"));
        builder.Services.AddNinbenRuntime(new RuntimeOptions { SnapshotEvery = 4, LeaseMargin = TimeSpan.FromSeconds(2) });
        using var host = builder.Build();
        await host.StartAsync(CancellationToken.None);
        var deployments = host.Services.GetRequiredService<IDeployments>();
        await deployments.DeployProcess(ExpenseSample.Bpmn, null, RuntimeUnderTest.Client, CancellationToken.None);
        await deployments.DeployProcess(CallProcesses.Calls(ExpenseSample.Process), null, RuntimeUnderTest.Client, CancellationToken.None);
        await deployments.DeployDecisions(ExpenseSample.Dmn, null, RuntimeUnderTest.Client, CancellationToken.None);

        var output = Console.Out;
        var gate = new Lock();
        var running = new List<Task>();
        while (await Console.In.ReadLineAsync(CancellationToken.None) is { } line)
        {
            running.Add(Task.Run(async () =>
            {
                var answer = await Answer(host.Services, line.Split(' '));
                lock (gate)
                {
                    output.WriteLine(answer);
                    output.Flush();
                }
            }, CancellationToken.None));
        }

        await Task.WhenAll(running);
        await host.StopAsync(CancellationToken.None);
    }

    /// <summary>
    /// <c>{n} open {number}</c>, <c>{n} call {number}</c> or <c>{n} approve {case}</c>; answered with <c>{n} ok {case}</c> or <c>{n} refused {code}</c>.
    /// </summary>
    private static async Task<string> Answer(IServiceProvider services, string[] words)
    {
        var runner = services.GetRequiredService<ICaseRunner>();
        var key = new CommandKey($"{words[1]}-{words[2]}", words[2]);
        CaseAnswer answer;
        if (words[1] is "open" or "call")
        {
            var id = new CaseId(Guid.CreateVersion7().ToString("n"));
            var variables = ExpenseSample.Variables(int.Parse(words[2], CultureInfo.InvariantCulture));
            var open = new OpenCase(id, words[1] == "open" ? ExpenseSample.Process : "calls", 1, words[2], variables);
            answer = await runner.Execute(id, open, RuntimeUnderTest.Client, key, CancellationToken.None);
        }
        else
        {
            var id = new CaseId(words[2]);
            var (review, shown) = await services.GetRequiredService<ICaseReader>()
                .Read(id, state => state.Reviews.Select(item => (item.Number, item.Shown)).First(), CancellationToken.None);
            var verdict = new GiveVerdict(review, RuntimeUnderTest.Vera, new Verdict(VerdictKind.Approve, shown, [], [], [], [], null, null));
            answer = await runner.Execute(id, verdict, RuntimeUnderTest.Vera.Actor, key, CancellationToken.None);
        }

        return answer.Refusal is { } refusal ? $"{words[0]} refused {refusal.Code}" : $"{words[0]} ok {answer.Case}";
    }
}
