using Ninben.Bpmn.Cases.Facts;
using Ninben.Feel;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Execution;
using Ninben.Runtime.Messages;

namespace Ninben.Runtime.Tests.Messages;

public sealed class MessageTests
{
    private static readonly FeelContext Order = FeelContext.Empty.With("order", FeelValue.From("A-1")).With("amount", FeelValue.From(12m));

    private static readonly FeelContext OtherOrder = Order.With("order", FeelValue.From("B-2"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_reaches_the_one_case_that_waits_for_its_key()
    {
        await using var runtime = await RuntimeUnderTest.Start();
        await runtime.Deploy(MessageProcesses.Waits);
        await runtime.Deploy(MessageProcesses.Sends());
        var other = await runtime.Open("waits", OtherOrder);
        var waiting = await runtime.Open("waits", Order);

        var sender = await runtime.Open("sends", Order);
        await runtime.Until(waiting, row => row.State == "completed");
        await runtime.UntilFact(sender, "message.settled.v1", 1);

        Assert.Equal(12m, await runtime.Read(waiting, state => state.Variables["payment"].AsNumber()));
        Assert.Contains(await runtime.FactsOf(sender), fact => fact.Type == "message.settled.v1"
            && System.Text.Encoding.UTF8.GetString(fact.Body.Span).Contains(waiting.Value, StringComparison.Ordinal));
        Assert.False(await runtime.Read(other, state => state.IsClosed));
    }

    [Fact]
    public async Task The_same_message_is_received_once_however_often_it_is_sent()
    {
        await using var runtime = await RuntimeUnderTest.Start();
        await runtime.Deploy(MessageProcesses.Waits);
        var first = await runtime.Open("waits", Order);
        var second = await runtime.Open("waits", Order);
        var message = new Message("m-1", "payment", "A-1", FeelValue.From(5m), TimeSpan.Zero);

        var once = await runtime.Get<IMessenger>().Send(message, RuntimeUnderTest.Client, Token);
        var again = await runtime.Get<IMessenger>().Send(message, RuntimeUnderTest.Client, Token);

        Assert.Equal(new MessageDelivery(MessageOutcome.Received, first), once);
        Assert.Equal(once, again);
        Assert.False(await runtime.Read(second, state => state.IsClosed));
    }

    [Fact]
    public async Task Another_message_under_the_same_identity_is_refused_and_changes_nothing()
    {
        await using var runtime = await RuntimeUnderTest.Start();
        await runtime.Deploy(MessageProcesses.Waits);
        await runtime.Open("waits", Order);
        var second = await runtime.Open("waits", Order);
        var message = new Message("m-1", "payment", "A-1", FeelValue.From(5m), TimeSpan.Zero);
        await runtime.Get<IMessenger>().Send(message, RuntimeUnderTest.Client, Token);

        var other = await runtime.Get<IMessenger>().Send(message with { Payload = FeelValue.From(6m) }, RuntimeUnderTest.Client, Token);

        Assert.Equal("key-reused", other.Refusal?.Code);
        Assert.False(await runtime.Read(second, state => state.IsClosed));
    }

    [Fact]
    public async Task A_message_that_nobody_waits_for_is_kept_for_its_time_to_live()
    {
        await using var runtime = await RuntimeUnderTest.Start();
        await runtime.Deploy(MessageProcesses.Waits);
        await runtime.Deploy(MessageProcesses.Sends("PT1H"));
        var sender = await runtime.Open("sends", Order);
        await runtime.UntilFact(sender, "message.settled.v1", 1);

        var late = await runtime.Open("waits", Order);

        await runtime.Until(late, row => row.State == "completed");
        var none = await runtime.Open("waits", Order);
        Assert.False(await runtime.Read(none, state => state.IsClosed));
    }

    [Fact]
    public async Task A_kept_message_is_forgotten_when_its_time_is_over()
    {
        var time = new SteppedTime();
        await using var runtime = await RuntimeUnderTest.Start(new RuntimeSetup { Time = time });
        await runtime.Deploy(MessageProcesses.Waits);
        var message = new Message("m-1", "payment", "A-1", FeelValue.From(5m), TimeSpan.FromMinutes(1));
        Assert.Equal(MessageOutcome.Kept, (await runtime.Get<IMessenger>().Send(message, RuntimeUnderTest.Client, Token)).Outcome);

        time.Advance(TimeSpan.FromMinutes(2));
        await runtime.Open("waits", Order);

        Assert.Empty(await runtime.Get<IMessageStore>().Wanted(time.GetUtcNow(), Token));
    }

    [Fact]
    public async Task A_message_opens_a_case_of_the_process_that_begins_with_it()
    {
        await using var runtime = await RuntimeUnderTest.Start();
        await runtime.Deploy(MessageProcesses.Begins);
        var message = new Message("m-1", "complaint", null, FeelValue.From("too late"), TimeSpan.Zero);

        var opened = await runtime.Get<IMessenger>().Send(message, RuntimeUnderTest.Client, Token);
        var again = await runtime.Get<IMessenger>().Send(message, RuntimeUnderTest.Client, Token);

        Assert.Equal(MessageOutcome.StartedCase, opened.Outcome);
        Assert.Equal(opened.Case, again.Case);
        Assert.Equal("too late", await runtime.Read(opened.Case!.Value, state => state.Variables["complaint"].AsString()));
    }

    [Fact]
    public async Task A_signal_is_heard_by_every_case_that_waits_for_it()
    {
        await using var runtime = await RuntimeUnderTest.Start();
        await runtime.Deploy(MessageProcesses.Listens);
        await runtime.Deploy(MessageProcesses.Alarms);
        var listeners = new List<CaseId>();
        for (var i = 0; i < 5; i++) listeners.Add(await runtime.Open("listens", FeelContext.Empty));

        var thrower = await runtime.Open("alarms", FeelContext.Empty);
        foreach (var listener in listeners) await runtime.Until(listener, row => row.State == "completed");
        await runtime.UntilFact(thrower, "signal.settled.v1", 1);

        Assert.Equal("""{"signal":3,"heard":5,"started":0}""", System.Text.Encoding.UTF8.GetString(
            (await runtime.FactsOf(thrower)).Single(fact => fact.Type == "signal.settled.v1").Body.Span));
    }

    [Fact]
    public async Task A_timer_start_event_that_is_deployed_while_the_worker_sleeps_fires_at_its_time()
    {
        var time = new SteppedTime();
        var options = new RuntimeOptions { PollEvery = TimeSpan.FromDays(1) };
        await using var runtime = await RuntimeUnderTest.Start(new RuntimeSetup { Time = time, Options = options });

        await runtime.Deploy(MessageProcesses.Hourly);

        await runtime.Step(time, TimeSpan.FromHours(1), () => runtime.UntilCases("hourly", 1));
    }

    [Fact]
    public async Task A_timer_start_event_opens_a_case_each_time_and_no_more()
    {
        var time = new SteppedTime();
        await using var runtime = await RuntimeUnderTest.Start(new RuntimeSetup { Time = time });
        await runtime.Deploy(MessageProcesses.Hourly);

        for (var hour = 1; hour <= 4; hour++)
        {
            var expected = Math.Min(hour, 3);
            await runtime.Step(time, TimeSpan.FromHours(1), () => runtime.UntilCases("hourly", expected));
        }

        Assert.Equal(3, (await runtime.CasesOf("hourly")).Count);
    }
}
