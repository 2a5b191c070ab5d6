using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using static Ninben.Bpmn.Tests.Events;

namespace Ninben.Bpmn.Tests.Elements;

public class GatewayTests
{
    private const string OneIsEnough =
        """<bpmn:complexGateway id="join"><bpmn:activationCondition>activationCount >= 1</bpmn:activationCondition></bpmn:complexGateway>""";

    private static string Inclusive(string id, string? fallback = null) =>
        $"""<bpmn:inclusiveGateway id="{id}"{(fallback is null ? "" : $" default=\"{fallback}\"")}/>""";

    private static string Both(string fork, string join, string left, string right) => Models.Start("start") + fork + join + Models.Job("a") + Models.Job("b")
        + Models.Job("after") + Models.End("end") + Models.Flow("start", "fork") + Models.Flow("fork", "a", left) + Models.Flow("fork", "b", right)
        + Models.Flow("a", "join") + Models.Flow("b", "join") + Models.Flow("join", "after") + Models.Flow("after", "end");

    private static bool IsWaiting(Ninben.Testing.Scenario scenario, string element) => scenario.State.Active.Any(instance => instance.Element == element);

    [Theory]
    [InlineData(0, "")]
    [InlineData(5, "a")]
    [InlineData(15, "a b")]
    public void An_inclusive_gateway_takes_every_flow_whose_condition_holds_and_waits_for_those_only(int total, string expected)
    {
        var body = Both(Inclusive("fork", "none"), Inclusive("join"), "total > 1", "total > 10") + Models.Flow("fork", "join", null, "none");
        var scenario = Open(body, $"{{total: {total}}}");
        var jobs = scenario.State.Jobs.Select(job => scenario.State.Instance(job.Instance)!.Element).Where(element => element != "after").ToList();

        foreach (var job in jobs)
        {
            Assert.False(IsWaiting(scenario, "after"));
            scenario.Answer(job);
        }

        Assert.Equal(expected, string.Join(' ', jobs));
        Assert.Single(scenario.State.Instances, instance => instance.Element == "after");
        Assert.True(scenario.Answer("after").State.IsClosed);
    }

    [Fact]
    public void An_inclusive_join_goes_on_when_what_it_waited_for_went_another_way()
    {
        var body = Both(Inclusive("fork"), Inclusive("join"), "true", "true") + Boundary("b_error", "b", Late) + Models.End("gone")
            + Models.Flow("b_error", "gone");
        var scenario = Open(body);
        scenario.Answer("a");
        Assert.False(IsWaiting(scenario, "after"));

        scenario.When(new Ninben.Bpmn.Cases.Commands.ThrowJobError(scenario.Job.Number, 1, "late", null));

        Assert.True(IsWaiting(scenario, "after"));
    }

    [Fact]
    public void A_complex_join_goes_on_once_its_condition_holds_and_takes_in_the_rest()
    {
        var scenario = Open(Both(Models.Parallel("fork"), OneIsEnough, "true", "true"));

        scenario.Answer("b");
        Assert.True(IsWaiting(scenario, "after"));
        scenario.Answer("a").Answer("after");

        Assert.Single(scenario.State.Instances, instance => instance.Element == "after");
        Assert.Single(scenario.Facts.OfType<GatewayActivated>());
        Assert.True(scenario.State.IsClosed);
    }

    [Fact]
    public void A_complex_gateway_can_take_a_flow_at_its_reset_only()
    {
        var body = Both(Models.Parallel("fork"), OneIsEnough, "true", "true")
            .Replace(Models.Flow("join", "after"), Models.Flow("join", "after", "waitingForStart")
            + Models.Script("rest", "1") + Models.Flow("join", "rest", "not(waitingForStart)")
            + Models.End("rest_end") + Models.Flow("rest", "rest_end"), StringComparison.Ordinal);
        var scenario = Open(body);

        scenario.Answer("a");
        Assert.DoesNotContain(scenario.State.Instances, instance => instance.Element == "rest");
        scenario.Answer("b");

        Assert.Single(scenario.State.Instances, instance => instance.Element == "rest");
    }

    [Theory]
    [InlineData(true, "start first came end1")]
    [InlineData(false, "start first late end2")]
    public void After_an_event_based_gateway_the_first_event_takes_the_token(bool comes, string trace)
    {
        var body = Models.Start("start") + """<bpmn:eventBasedGateway id="first"/>""" + Catch("came", Paid) + Catch("late", Hour)
            + Models.End("end1") + Models.End("end2")
            + Models.Flow("start", "first") + Models.Flow("first", "came") + Models.Flow("first", "late") + Models.Flow("came", "end1")
                + Models.Flow("late", "end2");
        var scenario = Open(body);

        if (comes) scenario.Receive();
        else scenario.Fire();

        Assert.Equal(trace, Trace(scenario));
        Assert.True(scenario.State.IsClosed);
        Assert.DoesNotContain(scenario.State.Timers, timer => timer.State == WorkState.Waiting);
        Assert.DoesNotContain(scenario.State.Subscriptions, one => one.State == WorkState.Waiting);
    }
}
