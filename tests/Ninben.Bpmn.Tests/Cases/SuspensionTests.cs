using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Feel;
using Ninben.Oversight.Reviews;
using Ninben.Testing;

namespace Ninben.Bpmn.Tests.Cases;

public class SuspensionTests
{
    private static Scenario Open(string body, string variables = "{}") =>
        Scenario.Given(new ScriptedModels().Deploy(Models.Process(body))).Open("p", variables);

    [Fact]
    public void A_running_job_may_answer_and_its_step_goes_on_when_the_case_is_resumed()
    {
        var scenario = Open(Models.Row(("a", Models.Job("a", """<ninben:result variable="r"/>""")), ("b", Models.Job("b"))));

        scenario.When(new SuspendCase("wrong data")).Then("case.suspended");
        scenario.When(new CompleteJob(scenario.Job.Number, 1, FeelValue.From(7m))).Then("job.completed", "answer.postponed");
        Assert.Equal("a", Assert.Single(scenario.State.Active).Element);

        scenario.Restart().When(new ResumeCase("repaired")).Then("case.resumed", "variables.set", "element.left", "element.entered", "job.created");
        Assert.Equal("b", Assert.Single(scenario.State.Active).Element);
        Assert.Equal(7m, scenario.State.Variables["r"].AsNumber());
    }

    [Fact]
    public void Nobody_judges_sends_fires_or_retries_while_the_case_is_suspended()
    {
        var body = Models.Row(("a", Models.User("a"))) + Models.Timer("late", "a", "PT1H") + Models.End("over") + Models.Flow("late", "over");
        var scenario = Open(body);
        var review = scenario.Review;
        scenario.When(new SuspendCase("wrong data"));

        scenario.Try(new ClaimReview(review.Number, People.Mara)).ThenRefused("case-suspended");
        scenario.Try(new GiveVerdict(review.Number, People.Mara, People.Say(VerdictKind.Approve, review.Shown))).ThenRefused("case-suspended");
        scenario.Pass(TimeSpan.FromHours(2)).Try(new FireTimer(scenario.Timer.Number)).ThenRefused("case-suspended");
        scenario.Try(new SuspendCase("again")).ThenRefused("already-suspended");

        scenario.When(new ResumeCase("repaired")).When(new FireTimer(scenario.Timer.Number));
        Assert.Equal(CaseEnding.Completed, scenario.State.Ending);
        scenario.Try(new ResumeCase("again")).ThenRefused("case-closed");
    }

    [Fact]
    public void A_suspended_case_can_be_cancelled_and_suspending_asks_for_a_reason()
    {
        var scenario = Open(Models.Row(("a", Models.User("a"))));

        scenario.Try(new SuspendCase(" ")).ThenRefused("reason-needed");
        scenario.Try(new ResumeCase(null)).ThenRefused("not-suspended");
        scenario.When(new SuspendCase("wrong data")).When(new CancelCase("withdrawn"));

        Assert.Equal(CaseEnding.Cancelled, scenario.State.Ending);
    }

    [Fact]
    public void A_step_that_a_person_moved_the_case_to_begins_when_it_is_resumed()
    {
        var scenario = Open(Models.Row(("a", Models.User("a")), ("b", Models.Job("b"))));
        scenario.When(new SuspendCase("wrong order"));

        scenario.When(new MoveToken(scenario.State.Active.Single().Number, "b", "not needed"))
            .Then("token.moved", "review.cancelled", "element.cancelled", "element.entered");
        Assert.True(scenario.State.Active.Single().IsPostponed);

        scenario.Restart().When(new ResumeCase("in order")).Then("case.resumed", "job.created");
        Assert.Null(scenario.State.Active.Single().IsPostponed);
    }

    [Fact]
    public void An_edit_that_makes_a_condition_hold_counts_when_the_case_is_resumed()
    {
        var watch = """<bpmn:boundaryEvent id="big" attachedToRef="a"><bpmn:conditionalEventDefinition><bpmn:condition>n = 10</bpmn:condition>"""
            + """</bpmn:conditionalEventDefinition></bpmn:boundaryEvent>""" + Models.End("over") + Models.Flow("big", "over");
        var scenario = Open(Models.Row(("a", Models.User("a"))) + watch, "{n: 1}");
        scenario.When(new SuspendCase("wrong data")).When(new SetVariables(0, FeelContext.Empty.With("n", FeelValue.From(10m)), "typing error"))
            .Then("variables.edited");

        scenario.When(new ResumeCase("repaired"));

        Assert.Equal(CaseEnding.Completed, scenario.State.Ending);
        Assert.Equal("interrupted", Assert.Single(scenario.Last.OfType<ElementCancelled>()).Reason);
    }

    [Fact]
    public void A_message_for_a_suspended_case_is_taken_and_acts_when_it_is_resumed()
    {
        var receive = """<bpmn:receiveTask id="a" messageRef="m"/>""";
        var xml = Models.Process(Models.Row(("a", receive), ("b", Models.Job("b"))))
            .Replace("<bpmn:process", """<bpmn:message id="m" name="paid"/><bpmn:process""", StringComparison.Ordinal);
        var scenario = Scenario.Given(new ScriptedModels().Deploy(xml)).Open("p");
        scenario.When(new SuspendCase("wrong data"));

        scenario.When(new ReceiveMessage(scenario.State.Subscriptions.Single().Number, "m-1", FeelValue.From(5m)))
            .Then("subscription.matched", "answer.postponed");
        scenario.When(new ResumeCase("repaired"));

        Assert.Equal("b", Assert.Single(scenario.State.Active).Element);
    }
}
