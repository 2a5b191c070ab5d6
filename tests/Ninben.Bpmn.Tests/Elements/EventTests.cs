using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Feel;
using Ninben.Testing;
using static Ninben.Bpmn.Tests.Events;

namespace Ninben.Bpmn.Tests.Elements;

public class EventTests
{
    private const string Interrupting = "";
    private const string Beside = "cancelActivity=\"false\"";

    private static string Watched(string definition, string attributes) => Models.Row(("a", Models.Job("a"))) + Boundary("b", "a", definition, attributes)
        + Models.Script("after", "1") + Models.End("end2") + Models.Flow("b", "after") + Models.Flow("after", "end2");

    [Fact]
    public void A_message_is_waited_for_by_name_and_key_and_its_payload_is_the_result()
    {
        var scenario = Open(Models.Row(("wait", Catch("wait", Paid, """<ninben:message key="= order"/><ninben:result variable="payment"/>"""))), "{order: 7}");

        Assert.Equal(("payment", "7"), (Subscription(scenario).Name, Subscription(scenario).Key));
        scenario.Receive("{amount: 12}");

        Assert.True(scenario.State.IsClosed);
        Assert.Equal(12, scenario.State.Variables["payment"]["amount"].AsNumber());
    }

    [Fact]
    public void What_opened_a_case_is_not_lost_when_its_event_sub_process_cannot_wait_at_first()
    {
        var late = """<bpmn:timerEventDefinition><bpmn:timeDuration>= limit</bpmn:timeDuration></bpmn:timerEventDefinition>""";
        var body = """<bpmn:startEvent id="came"><bpmn:extensionElements><ninben:result variable="payment"/></bpmn:extensionElements>"""
            + Paid + "</bpmn:startEvent>"
            + Models.Job("a") + Models.End("end") + Models.Flow("came", "a") + Models.Flow("a", "end")
            + Part("slow", late, Models.End("slow_end") + Models.Flow("slow_start", "slow_end"));
        var scenario = Scenario.Given(new ScriptedModels().Deploy(Document(body)));

        scenario.When(new OpenCase(Scenario.Id, "p", 1, null, FeelContext.Empty) { Start = "came", Payload = FeelValue.From(12m) });
        Assert.Equal("timer-unusable", scenario.Incident.Code);
        scenario.When(new SetVariables(0, FeelContext.Empty.With("limit", FeelValue.From("PT1H")), "forgotten"))
            .When(new RetryIncident(scenario.Incident.Number));

        Assert.Equal(12, scenario.State.Variables["payment"].AsNumber());
        Assert.Equal("a", Assert.Single(scenario.State.Active).Element);
    }

    [Fact]
    public void A_key_that_is_neither_text_nor_number_is_an_incident_that_a_retry_can_mend()
    {
        var body = Models.Start("start") + Models.Parallel("fork") + Models.Job("order") + Catch("wait", Paid, """<ninben:message key="= order"/>""")
            + Models.End("e1") + Models.End("e2") + Models.Flow("start", "fork") + Models.Flow("fork", "wait") + Models.Flow("fork", "order")
            + Models.Flow("order", "e1") + Models.Flow("wait", "e2");
        var scenario = Open(body);
        Assert.Equal("key-unusable", scenario.Incident.Code);

        scenario.Answer("order", "\"A-7\"").When(new RetryIncident(scenario.Incident.Number));

        Assert.Equal("A-7", Subscription(scenario).Key);
    }

    [Theory]
    [InlineData(Paid, Interrupting, "start b after end2")]
    [InlineData(Alarm, Interrupting, "start b after end2")]
    public void At_the_boundary_it_ends_its_activity(string definition, string attributes, string trace)
    {
        var scenario = Open(Watched(definition, attributes));

        scenario.Receive();

        Assert.Equal(trace, Trace(scenario));
        Assert.Equal(WorkState.Cancelled, scenario.State.Jobs.Single().State);
        Assert.True(scenario.State.IsClosed);
    }

    [Theory]
    [InlineData(Paid)]
    [InlineData(Alarm)]
    public void Beside_its_activity_it_can_happen_again(string definition)
    {
        var scenario = Open(Watched(definition, Beside));

        scenario.Receive().Receive().Answer("a");

        Assert.Equal("start a b after end2 b after end2 end", Trace(scenario));
        Assert.True(scenario.State.IsClosed);
    }

    [Fact]
    public void A_timer_in_the_flow_waits_for_its_time()
    {
        var scenario = Open(Models.Row(("wait", Catch("wait", Hour))));

        Assert.Equal(scenario.Now.AddHours(1), scenario.Timer.DueAt);
        scenario.Fire();

        Assert.True(scenario.State.IsClosed);
    }

    [Fact]
    public void A_cycle_fires_as_often_as_it_says()
    {
        const string cycle = "<bpmn:timerEventDefinition><bpmn:timeCycle>R2/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition>";
        var scenario = Open(Watched(cycle, Beside));

        scenario.Fire().Fire();

        Assert.DoesNotContain(scenario.State.Timers, timer => timer.State == WorkState.Waiting);
        Assert.Equal(2, scenario.Facts.OfType<TimerFired>().Count());
        scenario.Answer("a");
        Assert.True(scenario.State.IsClosed);
    }

    [Fact]
    public void A_signal_is_heard_by_every_one_who_waits_in_every_case()
    {
        var ring = Models.Process(Models.Row(("ring", Throw("ring", Alarm, """<ninben:signal payload="= 5"/>"""))), "ringer")
            .Replace("<bpmn:process id", """<bpmn:signal id="alarm" name="alarm"/><bpmn:process id""", StringComparison.Ordinal);
        var world = new World(new ScriptedModels().Deploy(Document(Models.Row(("wait", Catch("wait", Alarm))))).Deploy(ring));
        var (first, second) = (world.Open("p", FeelContext.Empty), world.Open("p", FeelContext.Empty));

        world.Open("ringer", FeelContext.Empty);

        Assert.True(first.IsClosed && second.IsClosed);
        Assert.Equal(5, second.Variables["wait"].AsNumber());
    }

    [Fact]
    public void A_message_goes_to_one_receiver_and_waits_for_one_as_long_as_it_lives()
    {
        var send = Models.Process(Models.Row(("send", Throw("send", Paid, """<ninben:message key="= 7" payload="= 5" timeToLive="PT1H"/>"""))), "sender")
            .Replace("<bpmn:process id", """<bpmn:message id="paid" name="payment"/><bpmn:process id""", StringComparison.Ordinal);
        var receive = Document(Models.Row(("wait", Catch("wait", Paid, """<ninben:message key="= 7"/>"""))));
        var world = new World(new ScriptedModels().Deploy(receive).Deploy(send));

        world.Open("sender", FeelContext.Empty);
        var (first, second) = (world.Open("p", FeelContext.Empty), world.Open("p", FeelContext.Empty));

        Assert.True(first.IsClosed);
        Assert.False(second.IsClosed);
        world.Pass(TimeSpan.FromHours(2));
        world.Open("sender", FeelContext.Empty);
        Assert.True(second.IsClosed);
    }

    [Fact]
    public void A_message_begins_a_process_with_its_payload()
    {
        var begin = Document("""<bpmn:startEvent id="begin"><bpmn:messageEventDefinition messageRef="paid"/></bpmn:startEvent>""" + Models.Job("a")
            + Models.Flow("begin", "a"));
        var world = new World(new ScriptedModels().Deploy(begin));

        world.Publish(new MessageThrown(0, 0, "payment", null, FeelValue.From(12m), 0));

        var state = Assert.Single(world.Cases);
        Assert.Equal(12, state.Variables["begin"].AsNumber());
        Assert.Equal("a", Assert.Single(state.Active).Element);
    }

    [Fact]
    public void A_condition_happens_when_a_variable_makes_it_true()
    {
        var body = Models.Start("start") + Models.Parallel("fork") + Models.Job("count", """<ninben:result variable="total"/>""") + Catch("wait", BigTotal)
            + Models.End("e1") + Models.End("e2") + Models.Flow("start", "fork") + Models.Flow("fork", "wait") + Models.Flow("fork", "count")
            + Models.Flow("count", "e1") + Models.Flow("wait", "e2");
        var scenario = Open(body, "{total: 1}");
        Assert.Equal(SubscriptionKind.Condition, Subscription(scenario).Kind);

        scenario.Answer("count", "11");

        Assert.True(scenario.State.IsClosed);
    }

    [Fact]
    public void A_condition_beside_an_activity_happens_again_only_after_it_was_false()
    {
        var body = Watched(BigTotal, Beside) + Part("asks", Paid, Models.Job("count", """<ninben:result variable="total"/>""")
            + Models.Flow("asks_start", "count"), "isInterrupting=\"false\"");
        var scenario = Open(body, "{total: 1}");

        foreach (var total in (string[])["11", "12", "1", "13"])
        {
            var asked = scenario.State.Subscriptions.Single(one => one.Kind == SubscriptionKind.Message && one.State == WorkState.Waiting);
            scenario.When(new ReceiveMessage(asked.Number, "m", default)).Answer("count", total);
        }

        Assert.Equal(2, scenario.State.Instances.Count(instance => instance.Element == "after"));
    }

    [Fact]
    public void An_escalation_goes_up_to_the_nearest_that_catches_it_and_the_thrower_goes_on()
    {
        var scenario = Open(Models.Row(("s", Models.Sub("s", Models.Row(("t", Throw("t", Costly)), ("more", Models.Job("more")))
            .Replace("\"start", "\"in_start", StringComparison.Ordinal)
            .Replace("\"end", "\"in_end", StringComparison.Ordinal)))) + Boundary("b", "s", Costly, Beside) + Models.End("told") + Models.Flow("b", "told"));

        Assert.Equal("b", scenario.Facts.OfType<EscalationThrown>().Single().CaughtBy);
        Assert.Contains(scenario.State.Active, instance => instance.Element == "more");
        scenario.Answer("more");

        Assert.True(scenario.State.IsClosed);
    }

    [Fact]
    public void An_escalation_that_nothing_catches_is_recorded_and_nothing_else()
    {
        var scenario = Open(Models.Row(("t", Throw("t", Costly))));

        Assert.Null(scenario.Facts.OfType<EscalationThrown>().Single().CaughtBy);
        Assert.True(scenario.State.IsClosed);
    }

    [Fact]
    public void An_error_end_event_is_caught_by_an_event_sub_process_that_ends_everything_else()
    {
        var body = Models.Start("start") + Models.Parallel("fork") + Models.Job("a") + End("bad", Late) + Models.Flow("start", "fork")
            + Models.Flow("fork", "a") + Models.Flow("fork", "bad")
            + Models.End("a_end") + Models.Flow("a", "a_end") + Part("mend", Late, Models.Job("fix") + Models.Flow("mend_start", "fix"));

        var scenario = Open(body);

        Assert.Equal("mend", scenario.Facts.OfType<ErrorThrown>().Single().CaughtBy);
        Assert.Equal("interrupted", scenario.Facts.OfType<ElementCancelled>()
            .First(cancelled => scenario.State.Instance(cancelled.Instance)!.Element == "a").Reason);
        scenario.Answer("fix");
        Assert.True(scenario.State.IsClosed);
    }

    [Fact]
    public void An_event_sub_process_beside_its_scope_can_run_several_times()
    {
        var scenario = Open(Models.Row(("a", Models.Job("a"))) + Part("asked", Paid, Models.Script("note", "1") + Models.Flow("asked_start", "note"),
            "isInterrupting=\"false\""));

        scenario.Receive().Receive().Answer("a");

        Assert.Equal(2, scenario.State.Instances.Count(instance => instance.Element == "note"));
        Assert.True(scenario.State.IsClosed);
    }

    [Fact]
    public void A_link_goes_on_at_the_catching_one_of_its_name()
    {
        const string link = """<bpmn:linkEventDefinition name="two"/>""";
        var body = Models.Start("start") + Throw("leave", link) + Catch("arrive", link) + Models.End("end") + Models.Flow("start", "leave")
            + Models.Flow("arrive", "end");

        Assert.Equal("start leave arrive end", Trace(Open(body)));
    }

    [Fact]
    public void A_terminate_end_inside_a_sub_process_lets_the_rest_of_the_case_go_on()
    {
        var inside = Models.Start("s_start") + Models.Parallel("fork") + Models.Job("never") + Models.Terminate("stop") + Models.Flow("s_start", "fork")
            + Models.Flow("fork", "never") + Models.Flow("fork", "stop") + Models.End("never_end") + Models.Flow("never", "never_end");

        var scenario = Open(Models.Row(("s", Models.Sub("s", inside)), ("after", Models.Job("after"))));

        Assert.Equal("terminated", scenario.Facts.OfType<ElementCancelled>().Single().Reason);
        Assert.Equal("after", Assert.Single(scenario.State.Active).Element);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("parallelMultiple=\"true\"", 2)]
    public void A_multiple_event_needs_one_of_its_definitions_and_a_parallel_multiple_event_all(string attributes, int needed)
    {
        var wait = Catch("wait", Paid + Alarm).Replace("<bpmn:intermediateCatchEvent", $"<bpmn:intermediateCatchEvent {attributes}", StringComparison.Ordinal);
        var scenario = Open(Models.Row(("wait", wait)));

        for (var came = 1; came <= needed; came++)
        {
            Assert.False(scenario.State.IsClosed);
            var next = scenario.State.Subscriptions.First(one => one.State == WorkState.Waiting);
            scenario.When(next.Kind == SubscriptionKind.Signal ? new HearSignal(next.Number, "s", default)
                : new ReceiveMessage(next.Number, "m", default));
        }

        Assert.True(scenario.State.IsClosed);
    }
}
