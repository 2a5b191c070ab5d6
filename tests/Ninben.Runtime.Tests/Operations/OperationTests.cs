using Ninben.Feel;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Jobs;
using Ninben.Runtime.Operations;
using Ninben.Runtime.Tests.Jobs;
using Ninben.Runtime.Tests.Messages;

namespace Ninben.Runtime.Tests.Operations;

public sealed class OperationTests
{
    private static readonly FeelContext Order = FeelContext.Empty.With("order", FeelValue.From("A-1")).With("amount", FeelValue.From(12m));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Goes_on_after_a_restart_in_the_middle_and_does_no_case_twice()
    {
        using var folder = new TempFolder();
        var cases = new List<CaseId>();
        await using (var runtime = await RuntimeUnderTest.Start(new RuntimeSetup { Folder = folder.Path }))
        {
            await runtime.Deploy(MessageProcesses.Waits);
            for (var i = 0; i < 120; i++) cases.Add(await runtime.Open("waits", Order));
            // The 76th is in the middle of the second handful of cases: what was done of it is not recorded yet when the store closes.
            await using var held = await HeldCase.Take(runtime, cases[75]);
            await Begin(runtime, OperationKind.Suspend, cases);
            await runtime.Until(cases[74], row => row.State == "suspended");
            Assert.Equal(50, (await runtime.Get<IOperations>().Find("op", Token))!.Done);
            await runtime.Stop();
        }

        await using var again = await RuntimeUnderTest.Start(new RuntimeSetup { Folder = folder.Path });
        var operation = await Finished(again);

        Assert.Equal((120, 0), (operation.Done, operation.Refused));
        foreach (var id in cases) Assert.Single(await again.FactsOf(id), fact => fact.Type == "case.suspended.v1");
    }

    [Fact]
    public async Task Retries_after_a_restart_only_the_incidents_that_were_there_when_it_was_ordered()
    {
        using var folder = new TempFolder();
        var setup = new RuntimeSetup { Folder = folder.Path, Connectors = [new ScriptedReader(_ => throw new ConnectorException("It is down."))] };
        var cases = new List<CaseId>();
        await using (var runtime = await RuntimeUnderTest.Start(setup))
        {
            await runtime.Deploy(JobProcess.Bpmn(attempts: 1));
            for (var i = 0; i < 2; i++) cases.Add(await runtime.Open("job", Order));
            foreach (var id in cases) await runtime.Until(id, row => row.State == "incident");
            await using var held = await HeldCase.Take(runtime, cases[1]);
            await Begin(runtime, OperationKind.Retry, cases);
            await runtime.UntilFact(cases[0], "incident.raised.v1", 2);
            await runtime.Stop();
        }

        await using var again = await RuntimeUnderTest.Start(setup);
        var operation = await Finished(again);

        Assert.Equal((2, 0), (operation.Done, operation.Refused));
        foreach (var id in cases) Assert.Single(await again.FactsOf(id), fact => fact.Type == "incident.resolved.v1");
    }

    [Fact]
    public async Task Cases_at_which_the_program_itself_fails_are_left_as_they_are_and_it_goes_on()
    {
        await using var runtime = await RuntimeUnderTest.Start();
        await runtime.Deploy(MessageProcesses.Waits);
        CaseId[] cases = [await runtime.Open("waits", Order), await runtime.Open("waits", Order)];

        // The door refuses a migration without a version; the worker has nothing to say to one.
        await Begin(runtime, OperationKind.Migrate, cases);
        var failed = await Finished(runtime);
        await Begin(runtime, OperationKind.Suspend, cases, "next");
        var next = await Finished(runtime, "next");

        Assert.Equal((0, 2), (failed.Done, failed.Refused));
        Assert.All((await runtime.Get<IOperations>().Refusals("op", null, 10, Token)).Items, refused => Assert.Equal("internal-error", refused.Code));
        Assert.Equal((2, 0), (next.Done, next.Refused));
    }

    private static Task Begin(RuntimeUnderTest runtime, OperationKind kind, IReadOnlyList<CaseId> cases, string id = "op") =>
        runtime.Get<IOperations>().Add(new Operation(id, new OperationOrder(kind, "Supplier closed"), RuntimeUnderTest.Client,
            runtime.Get<TimeProvider>().GetUtcNow(), null, OperationState.Running, cases.Count, 0, 0), cases, Token);

    private static async Task<Operation> Finished(RuntimeUnderTest runtime, string id = "op")
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (true)
        {
            var operation = (await runtime.Get<IOperations>().Find(id, Token))!;
            if (operation.State != OperationState.Running) return operation;
            await ticks.WaitForNextTickAsync(patience.Token);
        }
    }

    /// <summary>A case whose turn is taken by a reader that does not come to an end: whoever wants to change it waits.</summary>
    private sealed class HeldCase : IAsyncDisposable
    {
        private readonly ManualResetEvent end = new(false);
        private Task reading = Task.CompletedTask;

        public static async Task<HeldCase> Take(RuntimeUnderTest runtime, CaseId id)
        {
            var held = new HeldCase();
            var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            held.reading = Task.Run(() => runtime.Read(id, _ =>
            {
                begun.SetResult();
                return held.end.WaitOne();
            }), Token);
            await begun.Task;
            return held;
        }

        public async ValueTask DisposeAsync()
        {
            end.Set();
            await reading;
            end.Dispose();
        }
    }
}
