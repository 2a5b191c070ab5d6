using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Items;
using Ninben.Feel;
using Ninben.Testing;

namespace Ninben.Bpmn.Tests.Elements;

public class IncidentAndCancelTests
{
    private static Scenario Open(string body, string variables = "{}", ScriptedModels? models = null) =>
        Scenario.Given((models ?? new ScriptedModels()).Deploy(Models.Process(body))).Open("p", variables);

    [Fact]
    public void Jobs_back_off_and_end_in_an_incident_with_fresh_attempts_on_retry()
    {
        var scenario = Open(Models.Row(("j", Models.Job("j"))));
        var job = scenario.Job.Number;

        scenario.When(new FailJob(job, 1, "no route", true)).Then("job.failed");
        Assert.Equal(scenario.Now.AddSeconds(1), scenario.Job.RetryAt);
        scenario.Try(new CompleteJob(job, 1, FeelValue.True)).ThenRefused("stale-attempt");
        scenario.When(new FailJob(job, 2, "no route", true)).Then("job.failed", "incident.raised");
        scenario.When(new RetryIncident(scenario.Incident.Number)).Then("incident.resolved", "job.created");
        scenario.When(new FailJob(scenario.Job.Number, 1, "bad request", false)).Then("job.failed", "incident.raised");
        Assert.Contains("bad request", scenario.Incident.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Actions_keep_their_key_and_payload_over_attempts_and_retries()
    {
        var action = """<bpmn:serviceTask id="pay"><bpmn:extensionElements><ninben:action connector="http" attempts="2">""" +
            """<ninben:payload value="= {at: now()}"/></ninben:action></bpmn:extensionElements></bpmn:serviceTask>""";
        var scenario = Open(Models.Row(("pay", action)));
        var (key, act) = (scenario.Action.Key, scenario.Action.Act);
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            scenario.Pass(TimeSpan.FromSeconds(2)).When(new StartAction(scenario.Action.Number, act));
            scenario.When(new FailAction(scenario.Action.Number, attempt, "timeout", true));
        }

        Assert.Equal("action-failed", scenario.Incident.Code);
        scenario.Pass(TimeSpan.FromHours(1)).When(new RetryIncident(scenario.Incident.Number));

        Assert.Equal((key, act), (scenario.Action.Key, scenario.Action.Act));
    }

    [Fact]
    public void A_payload_of_null_and_a_result_nested_too_deep_are_incidents()
    {
        var action = """<bpmn:serviceTask id="pay"><bpmn:extensionElements><ninben:action connector="http"><ninben:payload value="= missing"/>""" +
            """</ninben:action></bpmn:extensionElements></bpmn:serviceTask>""";
        var nothing = Open(Models.Row(("pay", action)));
        var loop = Models.Start("start") + Models.Script("v", "{v: v}") + Models.Exclusive("again", "loop") + Models.Flow("start", "v")
            + Models.Flow("v", "again") + Models.Flow("again", "v", null, "loop");

        Assert.Equal("result-unusable", nothing.Incident.Code);
        Assert.Empty(nothing.State.Actions);
        Assert.Equal("result-unusable", Open(loop).Incident.Code);
    }

    [Fact]
    public void A_confirmation_that_comes_after_all_completes_the_step()
    {
        var action = """<bpmn:serviceTask id="pay"><bpmn:extensionElements><ninben:action connector="http" attempts="1">""" +
            """<ninben:payload value="= 1"/></ninben:action></bpmn:extensionElements></bpmn:serviceTask>""";
        var scenario = Open(Models.Row(("pay", action)));
        var number = scenario.Action.Number;
        scenario.When(new StartAction(number, scenario.Action.Act)).When(new FailAction(number, 1, "timeout", true));

        scenario.When(new FinishAction(number, 1, FeelValue.From("ok")));

        scenario.Then("action.done", "incident.resolved", "variables.set", "element.left", "element.entered", "element.left", "case.closed");
    }

    [Fact]
    public void An_endless_loop_without_a_wait_ends_in_an_incident()
    {
        var body = Models.Start("start") + Models.Exclusive("again", "loop") + Models.Script("s", "1") + Models.End("end")
            + Models.Flow("start", "s") + Models.Flow("s", "again") + Models.Flow("again", "s", null, "loop") + Models.Flow("again", "end", "false");

        var scenario = Open(body);

        Assert.Contains(scenario.Incident.Code, (string[])["too-many-steps", "too-many-facts"]);
        scenario.When(new RetryIncident(scenario.Incident.Number));
        Assert.Equal("too-many-facts", scenario.Incident.Code);
        scenario.When(new CancelCase("endless"));
        Assert.True(scenario.State.IsClosed);
    }

    [Fact]
    public void Cancelling_a_case_takes_everything_back()
    {
        var inner = Models.Start("s2") + Models.Job("j") + Models.End("e2") + Models.Flow("s2", "j") + Models.Flow("j", "e2");
        var body = Models.Start("start") + Models.Parallel("fork") + Models.Sub("sub", inner) + Models.User("ask") + Models.End("end")
            + Models.Timer("late", "ask", "PT1H") + Models.End("x")
            + Models.Flow("start", "fork") + Models.Flow("fork", "sub") + Models.Flow("fork", "ask") + Models.Flow("sub", "end") + Models.Flow("ask",
                "end") + Models.Flow("late", "x");
        var scenario = Open(body);

        scenario.When(new CancelCase("customer withdrew"));

        Assert.Empty(scenario.State.Active);
        Assert.DoesNotContain(scenario.State.Jobs, job => job.State == WorkState.Waiting);
        Assert.DoesNotContain(scenario.State.Timers, timer => timer.State == WorkState.Waiting);
        Assert.Equal("customer withdrew", scenario.State.ClosedBecause);
        scenario.Try(new CancelCase("again")).ThenRefused("case-closed");
    }

    [Fact]
    public void Commands_to_what_does_not_exist_are_refused_by_name()
    {
        var scenario = Scenario.Given(new ScriptedModels().Deploy(Models.Process(Models.Row(("j", Models.Job("j"))))));

        scenario.Try(new CancelCase("x")).ThenRefused("case-not-found");
        scenario.Try(new OpenCase(Scenario.Id, "p", 9, null, FeelContext.Empty)).ThenRefused("process-not-found");
        scenario.Open("p");
        scenario.Try(new OpenCase(Scenario.Id, "p", 1, null, FeelContext.Empty)).ThenRefused("case-exists");
        scenario.Try(new CompleteJob(99, 1, default)).ThenRefused("job-not-found");
        scenario.Try(new FireTimer(99)).ThenRefused("timer-not-found");
        scenario.Try(new StartAction(99, "")).ThenRefused("action-not-found");
        scenario.Try(new RetryIncident(99)).ThenRefused("incident-not-found");
        scenario.Try(new ClaimReview(99, People.Mara)).ThenRefused("review-not-found");
    }
}
