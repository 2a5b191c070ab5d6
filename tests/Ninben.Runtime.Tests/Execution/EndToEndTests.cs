using Ninben.Runtime.Execution;
using Ninben.Testing;
using Ninben.Testing.Samples;

namespace Ninben.Runtime.Tests.Execution;

public sealed class EndToEndTests
{
    [Fact]
    public async Task Goes_through_without_a_person_when_the_gate_passes()
    {
        var ledger = new RecordingConnector("ledger");
        await using var runtime = await RuntimeUnderTest.Start(new RuntimeSetup { Connectors = [ledger] });
        await runtime.Deploy(ExpenseSample.Bpmn, ExpenseSample.Dmn);

        var id = await runtime.Open("expense", ExpenseSample.Variables(2));
        await runtime.Until(id, row => row.State == "completed");

        var call = Assert.Single(ledger.Calls);
        Assert.Equal(1, call.Attempt);
        Assert.NotNull(call.Key);
        Assert.Equal(122m, call.Payload.AsContext()["amount"].AsNumber());
    }

    [Fact]
    public async Task Waits_for_a_verdict_when_the_gate_holds_and_then_acts_once()
    {
        var ledger = new RecordingConnector("ledger");
        await using var runtime = await RuntimeUnderTest.Start(new RuntimeSetup { Connectors = [ledger] });
        await runtime.Deploy(ExpenseSample.Bpmn, ExpenseSample.Dmn);

        var id = await runtime.Open("expense", ExpenseSample.Variables(3));
        Assert.Equal("waiting", (await runtime.Row(id)).State);
        Assert.Empty(ledger.Calls);
        var answer = await runtime.Approve(id);
        await runtime.Until(id, row => row.State == "completed");

        Assert.Null(answer.Refusal);
        Assert.Single(ledger.Calls);
        var types = (await runtime.FactsOf(id)).ConvertAll(fact => fact.Type);
        Assert.Contains("verdict.given.v1", types);
        Assert.Equal("case.closed.v1", types[^1]);
    }

    [Fact]
    public async Task Commits_the_first_attempt_of_an_action_without_hold_together_with_its_request()
    {
        await using var runtime = await RuntimeUnderTest.Start(new RuntimeSetup { Connectors = [new RecordingConnector("ledger")] });
        await runtime.Deploy(ExpenseSample.Bpmn, ExpenseSample.Dmn);
        await runtime.Until(await runtime.Open("expense", ExpenseSample.Variables(2)), row => row.State == "completed");

        var id = await runtime.Open("expense", ExpenseSample.Variables(4));
        await runtime.Until(id, row => row.State == "completed");

        var facts = await runtime.FactsOf(id);
        var requested = facts.Find(fact => fact.Type == "action.requested.v1")!;
        var attempted = facts.Find(fact => fact.Type == "action.attempted.v1")!;
        Assert.Equal((requested.Position + 1, requested.At), (attempted.Position, attempted.At));
        Assert.Equal((RuntimeUnderTest.Client, Oversight.Subjects.Actor.Engine), (requested.By, attempted.By));
    }

    [Fact]
    public async Task Ends_every_case_of_many_that_run_side_by_side()
    {
        const int Cases = 400;
        var ledger = new RecordingConnector("ledger");
        await using var runtime = await RuntimeUnderTest.Start(new RuntimeSetup { Connectors = [ledger] });
        await runtime.Deploy(ExpenseSample.Bpmn, ExpenseSample.Dmn);

        var opened = await Task.WhenAll(Enumerable.Range(0, Cases).Select(number => runtime.Open("expense", ExpenseSample.Variables(2 * number))));
        foreach (var id in opened) await runtime.Until(id, row => row.State == "completed");

        Assert.Equal(Cases, ledger.Calls.Select(call => call.Key).Distinct().Count());
        Assert.Equal(Cases, ledger.Calls.Count);
    }

    [Fact]
    public async Task Answers_the_same_key_the_same_and_another_body_with_a_refusal()
    {
        var ledger = new RecordingConnector("ledger");
        await using var runtime = await RuntimeUnderTest.Start(new RuntimeSetup { Connectors = [ledger] });
        await runtime.Deploy(ExpenseSample.Bpmn, ExpenseSample.Dmn);
        var key = new CommandKey("client-1", "body-1");

        var first = await runtime.Open("expense", ExpenseSample.Variables(3), key);
        var second = await runtime.Open("expense", ExpenseSample.Variables(3), key);
        var verdictKey = new CommandKey("client-2", "body-2");
        var verdict = await runtime.Approve(first, verdictKey);
        await runtime.Until(first, row => row.State == "completed");
        var again = await runtime.Execute(first, new Ninben.Bpmn.Cases.Commands.CancelCase("too late"), null, verdictKey);
        var reused = await runtime.Execute(first, new Ninben.Bpmn.Cases.Commands.CancelCase("too late"), null, verdictKey with { BodyHash = "body-3" });

        Assert.Equal(first, second);
        Assert.Equal((verdict.Version, true), (again.Version, again.Repeated));
        Assert.Equal("key-reused", reused.Refusal!.Code);
    }

    [Fact]
    public async Task Opening_a_case_that_was_closed_long_ago_is_refused()
    {
        await using var runtime = await RuntimeUnderTest.Start();
        await runtime.Deploy(ExpenseSample.Bpmn, ExpenseSample.Dmn);
        var id = await runtime.Open("expense", ExpenseSample.Variables(3));
        await runtime.Execute(id, new Ninben.Bpmn.Cases.Commands.CancelCase("a duplicate"));

        var again = await runtime.Execute(id, new Ninben.Bpmn.Cases.Commands.OpenCase(id, "expense", 1, null, ExpenseSample.Variables(3)));

        Assert.Equal("case-exists", again.Refusal?.Code);
    }
}
