using Ninben.Bpmn.Cases;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Feel;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Jobs;

namespace Ninben.Runtime.Tests.Calls;

/// <summary>Calls that have a case of their own, over the store.</summary>
public sealed class CallTests
{
    private static readonly FeelContext Order = FeelContext.Empty.With("n", FeelValue.From(4m));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_decides_in_the_called_case_and_the_caller_goes_on()
    {
        await using var runtime = await Deployed("<bpmn:userTask id=\"look\"/>");
        var caller = await runtime.Open("calls", Order);
        var called = await Called(runtime, caller);

        await runtime.Approve(called);
        await runtime.Until(caller, row => row.State == "completed");

        Assert.Equal("completed", (await runtime.Row(called)).State);
        Assert.Equal(("called", caller.Value), await runtime.Read(called, state => (state.Process, state.Caller!.Case)));
        Assert.Null(await runtime.Get<IWorkQueue>().NextDue(WorkKind.Call, Token));
    }

    [Fact]
    public async Task Called_cases_that_end_at_once_answer_every_caller_once()
    {
        await using var runtime = await Deployed("<bpmn:scriptTask id=\"look\" scriptFormat=\"feel\"><bpmn:script>n * 2</bpmn:script></bpmn:scriptTask>");
        var callers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => runtime.Open("calls", Order)));

        foreach (var caller in callers)
        {
            await runtime.Until(caller, row => row.State == "completed");
            Assert.Equal(8m, await runtime.Read(caller, state => state.Variables["look"].AsNumber()));
        }

        Assert.Equal(40, (await runtime.CasesOf("called")).Count);
    }

    [Fact]
    public async Task A_call_goes_on_after_a_restart()
    {
        using var folder = new TempFolder();
        CaseId caller, called;
        await using (var before = await Deployed("<bpmn:userTask id=\"look\"/>", folder.Path))
        {
            caller = await before.Open("calls", Order);
            called = await Called(before, caller);
        }

        await using var after = await RuntimeUnderTest.Start(new RuntimeSetup { Folder = folder.Path });
        await after.Approve(called);

        await after.Until(caller, row => row.State == "completed");
        Assert.Single(await after.CasesOf("called"));
    }

    [Fact]
    public async Task Cancelling_the_caller_cancels_the_called_case_and_its_review()
    {
        await using var runtime = await Deployed("<bpmn:userTask id=\"look\"/>");
        var caller = await runtime.Open("calls", Order);
        var called = await Called(runtime, caller);

        await runtime.Execute(caller, new CancelCase("a duplicate"));
        var row = await runtime.Until(called, row => row.State == "cancelled");

        Assert.Equal(0, row.OpenReviews);
        await runtime.UntilFact(caller, "call.settled.v1", 1);
        Assert.Null(await runtime.Get<IWorkQueue>().NextDue(WorkKind.Call, Token));
    }

    [Fact]
    public async Task A_called_case_that_a_person_cancels_is_an_incident_and_a_retry_opens_another()
    {
        await using var runtime = await Deployed("<bpmn:userTask id=\"look\"/>");
        var caller = await runtime.Open("calls", Order);
        await runtime.Execute(await Called(runtime, caller), new CancelCase("not this one"));
        await runtime.Until(caller, row => row.OpenIncidents == 1);

        var incident = await runtime.Read(caller, state => state.Incidents.Single().Number);
        await runtime.Execute(caller, new RetryIncident(incident));
        await runtime.UntilCases("called", 2);
        await runtime.Approve(await Called(runtime, caller));

        await runtime.Until(caller, row => row.State == "completed");
    }

    [Fact]
    public async Task A_suspended_caller_takes_the_answer_when_it_is_resumed()
    {
        await using var runtime = await Deployed("<bpmn:userTask id=\"look\"/>");
        var caller = await runtime.Open("calls", Order);
        var called = await Called(runtime, caller);
        await runtime.Execute(caller, new SuspendCase("a look"));

        await runtime.Approve(called);
        await runtime.Until(called, row => row.State == "completed");
        Assert.False(await runtime.Read(caller, state => state.IsClosed));
        await runtime.Execute(caller, new ResumeCase(null));

        await runtime.Until(caller, row => row.State == "completed");
    }

    /// <summary>The case that the newest call of a caller opened, once its review is open.</summary>
    private static async Task<CaseId> Called(RuntimeUnderTest runtime, CaseId caller)
    {
        await runtime.UntilFact(caller, "call.requested.v1", 1);
        var asked = (await runtime.FactsOf(caller)).Last(fact => fact.Type == "call.requested.v1");
        var called = new CaseId(((CallRequested)FactCatalogue.Read(asked.Type, asked.Body.Span)!).Case);
        await runtime.UntilFact(called, "review.opened.v1", 1);
        return called;
    }

    private static async Task<RuntimeUnderTest> Deployed(string work, string? folder = null)
    {
        var runtime = await RuntimeUnderTest.Start(new RuntimeSetup { Folder = folder });
        await runtime.Deploy(CallProcesses.Row("called", work, "look"));
        await runtime.Deploy(CallProcesses.Calls("called"));
        return runtime;
    }
}
