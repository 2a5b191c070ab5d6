using Ninben.Bpmn.Cases.Commands;
using Ninben.Feel;
using Ninben.Runtime.Jobs;
using Ninben.Testing.Samples;

namespace Ninben.Runtime.Tests.Jobs;

public sealed class JobWorkerTests
{
    private static readonly FeelContext Amount = FeelContext.Empty.With("amount", FeelValue.From(7m));

    private static ConnectorAnswer Seven => new ConnectorAnswer.Value(FeelValue.From(7m));

    [Fact]
    public async Task Runs_a_job_and_goes_on_with_its_answer()
    {
        var reader = new ScriptedReader(_ => Seven);
        await using var runtime = await RuntimeUnderTest.Start(new RuntimeSetup { Connectors = [reader] });
        await runtime.Deploy(JobProcess.Bpmn());

        var id = await runtime.Open("job", Amount);
        await runtime.Until(id, row => row.State == "completed");

        var call = Assert.Single(reader.Calls);
        Assert.Equal(("job", "read", 1, 7m), (call.Process, call.Element, call.Attempt, call.Input["amount"].AsNumber()));
        Assert.Contains((await runtime.FactsOf(id)).Select(fact => fact.Type), type => type == "timer.cancelled.v1");
    }

    [Fact]
    public async Task Tries_again_after_one_then_two_seconds_and_raises_an_incident_when_no_attempt_is_left()
    {
        var time = new SteppedTime();
        var reader = new ScriptedReader(_ => throw new ConnectorException("The scanner is down."));
        await using var runtime = await RuntimeUnderTest.Start(new RuntimeSetup { Connectors = [reader], Time = time });
        await runtime.Deploy(JobProcess.Bpmn());

        var id = await runtime.Open("job", Amount);
        await runtime.UntilFact(id, "job.failed.v1", 1);
        time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Single(reader.Calls);
        await runtime.Step(time, TimeSpan.FromMilliseconds(1), () => runtime.UntilFact(id, "job.failed.v1", 2));
        await runtime.Step(time, TimeSpan.FromSeconds(2), () => runtime.UntilFact(id, "job.failed.v1", 3));
        var row = await runtime.Until(id, row => row.State == "incident");

        Assert.Equal([1, 2, 3], reader.Calls.Select(call => call.Attempt));
        Assert.Equal(1, row.OpenIncidents);
    }

    [Fact]
    public async Task Names_the_known_connectors_when_a_model_asks_for_another()
    {
        var reader = new ScriptedReader(_ => Seven);
        await using var runtime = await RuntimeUnderTest.Start(new RuntimeSetup { Connectors = [reader] });
        await runtime.Deploy(JobProcess.Bpmn("reeder"));

        var id = await runtime.Open("job", Amount);
        await runtime.Until(id, row => row.State == "incident");
        var message = await runtime.Read(id, state => state.Incidents.Single().Message);

        Assert.Contains("There is no connector 'reeder'; known are reader.", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fires_a_boundary_timer_when_it_is_due_and_not_before()
    {
        var time = new SteppedTime();
        var reader = new ScriptedReader(_ => throw new ConnectorException("No.") { Retryable = false });
        await using var runtime = await RuntimeUnderTest.Start(new RuntimeSetup { Connectors = [reader], Time = time });
        await runtime.Deploy(JobProcess.Bpmn());
        var id = await runtime.Open("job", Amount);
        await runtime.Until(id, row => row.State == "incident");

        time.Advance(TimeSpan.FromHours(2) - TimeSpan.FromMilliseconds(1));
        Assert.DoesNotContain("timer.fired.v1", (await runtime.FactsOf(id)).Select(fact => fact.Type));
        await runtime.Step(time, TimeSpan.FromMilliseconds(1), () => runtime.UntilFact(id, "timer.fired.v1", 1));

        Assert.Equal("completed", (await runtime.Row(id)).State);
    }

    [Fact]
    public async Task Does_not_use_the_answer_of_an_attempt_that_took_too_long()
    {
        var time = new SteppedTime();
        var late = new TaskCompletionSource<ConnectorAnswer>();
        var reader = new ScriptedReader(call => call.Attempt == 1 ? null : Seven, late.Task);
        await using var runtime = await RuntimeUnderTest.Start(new RuntimeSetup { Connectors = [reader], Time = time });
        await runtime.Deploy(JobProcess.Bpmn());

        var id = await runtime.Open("job", Amount);
        await reader.Called;
        await runtime.Step(time, TimeSpan.FromSeconds(60), () => runtime.UntilFact(id, "job.failed.v1", 1));
        late.SetResult(new ConnectorAnswer.Value(FeelValue.From("late")));
        var direct = await runtime.Execute(id, new CompleteJob(await runtime.Read(id, state => state.Jobs.Single().Number), 1, FeelValue.From("late")));
        await runtime.Step(time, TimeSpan.FromSeconds(1), () => runtime.Until(id, row => row.State == "completed"));

        Assert.Equal("stale-attempt", direct.Refusal!.Code);
        Assert.DoesNotContain((await runtime.FactsOf(id)).Select(fact => System.Text.Encoding.UTF8.GetString(fact.Body.Span)),
            body => body.Contains("late\"", StringComparison.Ordinal) && body.Contains("output", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sends_an_action_again_with_the_same_key_after_it_failed()
    {
        var time = new SteppedTime();
        var ledger = new ScriptedReader(call => call.Attempt < 3 ? throw new InvalidOperationException("The ledger is down.") : Seven, name: "ledger");
        await using var runtime = await RuntimeUnderTest.Start(new RuntimeSetup { Connectors = [ledger], Time = time });
        await runtime.Deploy(ExpenseSample.Bpmn, ExpenseSample.Dmn);

        var id = await runtime.Open("expense", ExpenseSample.Variables(2));
        await runtime.UntilFact(id, "action.failed.v1", 1);
        await runtime.Step(time, TimeSpan.FromSeconds(1), () => runtime.UntilFact(id, "action.failed.v1", 2));
        await runtime.Step(time, TimeSpan.FromSeconds(2), () => runtime.Until(id, row => row.State == "completed"));

        Assert.Equal([1, 2, 3], ledger.Calls.Select(call => call.Attempt));
        Assert.Single(ledger.Calls.Select(call => call.Key).Distinct());
    }
}
