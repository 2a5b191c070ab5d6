using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Feel;
using Ninben.Oversight.Gates;
using Ninben.Oversight.Reviews;
using Ninben.Testing;

namespace Ninben.Bpmn.Tests.Elements;

public class ElementTests
{
    private static Scenario Open(string body, string variables = "{}", ScriptedModels? models = null) =>
        Scenario.Given((models ?? new ScriptedModels()).Deploy(Models.Process(body))).Open("p", variables);

    private static string Trace(Scenario scenario) =>
        string.Join(' ', scenario.State.Instances.Where(instance => instance.State == InstanceState.Completed).Select(instance => instance.Element));

    [Fact]
    public void Takes_the_first_flow_whose_condition_holds()
    {
        var body = Models.Start("start") + Models.Exclusive("which", "none") + Models.End("small") + Models.End("large") + Models.End("other")
            + Models.Flow("start", "which") + Models.Flow("which", "small", "= total < 10") + Models.Flow("which", "large", "total < 100")
                + Models.Flow("which", "other", null, "none");

        Assert.Equal("start which small", Trace(Open(body, "{total: 5}")));
        Assert.Equal("start which large", Trace(Open(body, "{total: 50}")));
    }

    [Fact]
    public void Takes_the_default_flow_when_no_condition_holds()
    {
        var body = Models.Start("start") + Models.Exclusive("which", "none") + Models.End("a") + Models.End("b")
            + Models.Flow("start", "which") + Models.Flow("which", "a", "total > 1") + Models.Flow("which", "b", null, "none");

        Assert.Equal("start which b", Trace(Open(body, "{total: null}")));
    }

    [Fact]
    public void Without_a_default_a_gateway_that_finds_no_way_is_an_incident_that_a_retry_can_mend()
    {
        var body = Models.Start("start") + Models.Job("fix") + Models.Parallel("fork") + Models.Exclusive("which") + Models.End("a") + Models.End("b")
            + Models.Flow("start", "fork") + Models.Flow("fork", "fix") + Models.Flow("fork", "which") + Models.Flow("fix", "b") + Models.Flow("which",
                "a", "fix = 1");
        var scenario = Open(body);
        Assert.Equal("no-flow", scenario.Incident.Code);

        scenario.When(new RetryIncident(scenario.Incident.Number)).Then("incident.resolved", "incident.raised");
        scenario.When(new CompleteJob(scenario.Job.Number, 1, FeelValue.From(1m)));
        scenario.When(new RetryIncident(scenario.Incident.Number));

        Assert.True(scenario.State.IsClosed);
    }

    [Fact]
    public void A_parallel_gateway_waits_for_all_its_flows()
    {
        var body = Models.Start("start") + Models.Parallel("fork") + Models.Job("a") + Models.Job("b") + Models.Parallel("join") + Models.End("end")
            + Models.Flow("start", "fork") + Models.Flow("fork", "a") + Models.Flow("fork", "b") + Models.Flow("a", "join") + Models.Flow("b", "join")
                + Models.Flow("join", "end");
        var scenario = Open(body);
        var jobs = scenario.State.Jobs.Select(job => job.Number).ToArray();

        scenario.When(new CompleteJob(jobs[1], 1, FeelValue.True)).Then("job.completed", "variables.set", "element.left", "element.entered");
        scenario.When(new CompleteJob(jobs[0], 1, FeelValue.True));

        scenario.Then("job.completed", "variables.set", "element.left", "element.entered", "element.left", "element.left", "element.entered",
            "element.left", "case.closed");
    }

    [Fact]
    public void A_flow_taken_twice_does_not_strand_the_scope()
    {
        // Two tokens come over one flow into the join and one over the other.
        var body = Models.Start("start") + Models.Parallel("fork") + Models.Exclusive("merge") + Models.Parallel("join") + Models.End("end")
            + Models.Flow("start", "fork") + Models.Flow("fork", "merge", null, "x1") + Models.Flow("fork", "merge", null, "x2")
            + Models.Flow("merge", "join") + Models.Flow("fork", "join", null, "x3") + Models.Flow("join", "end");

        var scenario = Open(body);

        Assert.True(scenario.State.IsClosed);
        Assert.Equal("surplus", scenario.Facts.OfType<ElementCancelled>().Single().Reason);
    }

    [Fact]
    public void A_join_that_can_never_fire_is_an_incident_and_not_a_silent_end()
    {
        var body = Models.Start("start") + Models.Exclusive("which", "f1") + Models.Parallel("join") + Models.End("end") + Models.Script("a", "1")
            + Models.Script("b", "1")
            + Models.Flow("start", "which") + Models.Flow("which", "a", null, "f1") + Models.Flow("which", "b", "false") + Models.Flow("a", "join")
                + Models.Flow("b", "join") + Models.Flow("join", "end");

        var scenario = Open(body);

        Assert.Equal("join-stuck", scenario.Incident.Code);
        scenario.When(new CancelCase("drawn wrong"));
        Assert.Equal(CaseEnding.Cancelled, scenario.State.Ending);
    }

    [Fact]
    public void A_script_writes_its_result_and_conditional_flows_leave_a_task()
    {
        var body = Models.Start("start") + Models.Script("sum", "a + 1", """<ninben:result variable="b"/>""") + Models.End("x") + Models.End("y")
            + Models.Flow("start", "sum") + Models.Flow("sum", "x", "b > 1") + Models.Flow("sum", "y", "b > 2");

        var scenario = Open(body, "{a: 2}");

        Assert.Equal(3, scenario.State.Variables["b"].AsNumber());
        Assert.Equal("start sum x y", Trace(scenario));
    }

    [Fact]
    public void A_gated_script_proposes_and_its_own_confidence_is_only_stated()
    {
        var models = new ScriptedModels().Decision("g", """if confidence > 0.5 then "pass" else "hold" """, "confidence");
        var scenario = Open(Models.Row(("s",
            Models.Script("s", """{answer: {n: 1}, confidence: 0.99, reasons: ["odd"]}""", """<ninben:gate decision="g"/>"""))), "{}", models);

        Assert.Equal(0.99m, scenario.Review.Content.Proposal.Confidence!.Stated);
        Assert.Null(scenario.Review.Content.Proposal.Confidence.Calibrated);
        Assert.Equal("odd", Assert.Single(scenario.Review.Content.Proposal.Reasons).Code);
    }

    [Fact]
    public void A_business_rule_task_records_what_it_evaluated()
    {
        var models = new ScriptedModels().Decision("limit", "total * 2", "total");
        var rule = """<bpmn:businessRuleTask id="r"><bpmn:extensionElements><ninben:calledDecision decision="limit"/></bpmn:extensionElements>""" +
            """</bpmn:businessRuleTask>""";

        var scenario = Open(Models.Row(("r", rule)), "{total: 21}", models);

        var fact = scenario.Facts.OfType<DecisionEvaluated>().Single();
        Assert.Equal(("limit", 1, 42m), (fact.Decision.Decision, fact.Decision.Version, fact.Output.AsNumber()));
        Assert.Equal(21, fact.Inputs["total"].AsNumber());
        Assert.Equal(42, scenario.State.Variables["r"].AsNumber());
    }

    [Fact]
    public void A_missing_decision_is_an_incident_until_it_is_deployed()
    {
        var models = new ScriptedModels();
        var rule = """<bpmn:businessRuleTask id="r"><bpmn:extensionElements><ninben:calledDecision decision="limit"/></bpmn:extensionElements>""" +
            """</bpmn:businessRuleTask>""";
        var scenario = Open(Models.Row(("r", rule)), "{}", models);
        Assert.Equal("decision-missing", scenario.Incident.Code);

        models.Decision("limit", "1");
        scenario.When(new RetryIncident(scenario.Incident.Number));

        Assert.True(scenario.State.IsClosed);
    }

    [Fact]
    public void A_user_task_asks_a_person_about_its_subject()
    {
        var user = Models.User("ask",
            """<ninben:review group="= g" title="Check it" priority="80" dueIn="PT4H" tier="high"/><ninben:subject value="= {total: t}"/>""" +
                """<ninben:reason code="late" text="Too late"/><ninben:reason code="fine" text="Fine" verdicts="approve amend"/>""" +
                """<ninben:result variable="checked"/>""");
        var scenario = Open(Models.Row(("ask", user)), """{g: "clerks", t: 3}""");
        var review = scenario.Review;
        Assert.Equal(("clerks", 80, FrictionTier.High, "Check it"), (review.Group, review.Priority, review.Tier, review.Content.Title));
        Assert.Equal(scenario.Now.AddHours(4), review.DueAt);
        Assert.Equal(["late", "fine"], review.Content.Reasons.Select(reason => reason.Code));
        Assert.Null(review.Content.Reasons[0].Verdicts);
        Assert.Equal([VerdictKind.Approve, VerdictKind.Amend], review.Content.Reasons[1].Verdicts!.Value);
        Assert.Equal(review.Shown, review.Content.Hash());

        var verdict = People.Say(VerdictKind.Approve, review.Shown, People.Wrong) with { Note = "Looks fine to me" };
        scenario.When(new GiveVerdict(review.Number, People.Admin, verdict));

        Assert.Equal(3, scenario.State.Variables["checked"]["total"].AsNumber());
    }

    [Fact]
    public void An_action_with_its_own_gate_is_judged_before_anything_is_requested()
    {
        var models = new ScriptedModels().Decision("g", """if total < 10 then "pass" else "hold" """, "total");
        var action = """<bpmn:serviceTask id="pay"><bpmn:extensionElements><ninben:action connector="http" hold="PT5S">""" +
            """<ninben:payload value="= {total: t}"/></ninben:action><ninben:gate decision="g"/></bpmn:extensionElements></bpmn:serviceTask>""";
        var small = Open(Models.Row(("pay", action)), "{t: 5}", models);
        Assert.Equal(5, small.Action.Payload["total"].AsNumber());

        var large = Scenario.Given(models).Open("p", "{t: 50}");
        Assert.Empty(large.State.Actions);
        var review = large.Review.Number;
        large.When(new GiveVerdict(review, People.Mara, People.Say(VerdictKind.Approve, large.Review.Shown)));
        Assert.Equal(large.Action.Instance, large.Action.DecidedBy);
        large.When(new UndoVerdict(review, People.Mara)).Then("verdict.undone", "action.cancelled", "variables.removed");
        large.When(new GiveVerdict(review, People.Mara, People.Say(VerdictKind.Reject, large.Review.Shown, People.Wrong)));

        Assert.True(large.State.IsClosed);
        Assert.Single(large.State.Actions);
    }

    [Fact]
    public void An_approved_action_whose_approval_fell_is_an_incident()
    {
        var ask = Models.User("ask");
        var action = """<bpmn:serviceTask id="pay"><bpmn:extensionElements><ninben:action connector="http" approvedBy="ask"/>""" +
            """</bpmn:extensionElements></bpmn:serviceTask>""";
        var scenario = Open(Models.Row(("ask", ask), ("pay", action)));

        scenario.When(new GiveVerdict(scenario.Review.Number, People.Mara, People.Say(VerdictKind.Reject, scenario.Review.Shown, People.Wrong)));

        Assert.Equal("not-approved", scenario.Incident.Code);
        Assert.Empty(scenario.State.Actions);
    }

    [Fact]
    public void A_proposal_for_a_task_without_a_gate_goes_to_a_person()
    {
        var scenario = Open(Models.Row(("j", Models.Job("j"))));

        scenario.When(new ProposeForJob(scenario.Job.Number, 1, People.Invoice(1m)));

        Assert.Equal("no-gate", Assert.Single(scenario.Review.Content.Why).Code);
        Assert.Equal(FrictionTier.Medium, scenario.Review.Tier);
    }

    [Fact]
    public void An_interrupting_timer_ends_its_task_and_opens_its_path()
    {
        var body = Models.Row(("ask", Models.User("ask"))) + Models.Timer("late", "ask", "PT1H") + Models.End("escalated") + Models.Flow("late", "escalated");
        var scenario = Open(body);
        var timer = scenario.Timer.Number;
        scenario.Try(new FireTimer(timer)).ThenRefused("not-due");

        scenario.Pass(TimeSpan.FromHours(1)).When(new FireTimer(timer));

        scenario.Then("timer.fired", "review.cancelled", "element.cancelled", "element.entered", "element.left", "element.entered", "element.left",
            "case.closed");
        scenario.Try(new FireTimer(timer)).ThenRefused("timer-closed");
    }

    [Fact]
    public void A_non_interrupting_timer_runs_beside_its_task()
    {
        var body = Models.Row(("ask", Models.User("ask"))) + Models.Timer("remind", "ask", "= wait", false) + Models.End("reminded")
            + Models.Flow("remind", "reminded");
        var scenario = Open(body, """{wait: duration("PT30M")}""");

        scenario.Pass(TimeSpan.FromMinutes(30)).When(new FireTimer(scenario.Timer.Number));
        Assert.Equal(ReviewState.Ready, scenario.Review.State);
        scenario.When(new GiveVerdict(scenario.Review.Number, People.Mara, People.Say(VerdictKind.Approve, scenario.Review.Shown)));

        Assert.True(scenario.State.IsClosed);
    }

    [Fact]
    public void A_timer_without_a_usable_time_is_an_incident_and_completing_cancels_timers()
    {
        var body = Models.Row(("j", Models.Job("j"))) + Models.Timer("late", "j", "= wait") + Models.End("x") + Models.Flow("late", "x");
        Assert.Equal("timer-unusable", Open(body).Incident.Code);

        var scenario = Open(body, """{wait: "PT5M"}""");
        scenario.When(new CompleteJob(scenario.Job.Number, 1, FeelValue.True));

        Assert.Single(scenario.Facts.OfType<TimerCancelled>());
        Assert.True(scenario.State.IsClosed);
    }

    [Fact]
    public void An_undo_sets_the_timers_of_the_element_again()
    {
        var body = Models.Row(("ask", Models.User("ask")), ("next", Models.User("next"))) + Models.Timer("late", "ask", "PT1H") + Models.End("x")
            + Models.Flow("late", "x");
        var scenario = Open(body);
        var (review, due) = (scenario.Review.Number, scenario.Timer.DueAt);
        scenario.Pass(TimeSpan.FromMinutes(5)).When(new GiveVerdict(review, People.Mara, People.Say(VerdictKind.Approve, scenario.Review.Shown)));

        scenario.When(new UndoVerdict(review, People.Mara));

        Assert.Equal(due, scenario.Timer.DueAt);
        Assert.Equal(review, scenario.Review.Number);
    }

    [Fact]
    public void An_error_is_caught_by_the_boundary_event_with_its_code()
    {
        var body = Models.Row(("j", Models.Job("j"))) + Models.Error("all", "j") + Models.Error("late", "j", "err") + Models.End("a") + Models.End("b")
            + Models.Flow("all", "a") + Models.Flow("late", "b");
        var scenario = Open(body);

        scenario.When(new ThrowJobError(scenario.Job.Number, 1, "late", "Too late"));

        Assert.Equal("late", scenario.Facts.OfType<ErrorThrown>().Single().CaughtBy);
        Assert.Equal("start late b", Trace(scenario));
    }

    [Fact]
    public void An_error_inside_a_sub_process_ends_it_and_an_uncaught_one_is_an_incident()
    {
        var inner = Models.Start("s2") + Models.Job("j") + Models.Job("other") + Models.Parallel("fork") + Models.End("e2")
            + Models.Flow("s2", "fork") + Models.Flow("fork", "j") + Models.Flow("fork", "other") + Models.Flow("j", "e2") + Models.Flow("other", "e2",
                null, "oe");
        var body = Models.Row(("sub", Models.Sub("sub", inner))) + Models.Error("late", "sub", "err") + Models.End("b") + Models.Flow("late", "b");
        var scenario = Open(body);
        var job = scenario.State.Jobs.First().Number;

        scenario.When(new ThrowJobError(job, 1, "other-code", null));
        Assert.Equal("error-uncaught", scenario.Incident.Code);
        scenario.When(new RetryIncident(scenario.Incident.Number));
        scenario.When(new ThrowJobError(scenario.State.Jobs.Last().Number, 1, "late", null));

        Assert.True(scenario.State.IsClosed);
        Assert.Equal(2, scenario.State.Jobs.Count(item => item.State == WorkState.Done));
        Assert.Equal(1, scenario.State.Jobs.Count(item => item.State == WorkState.Cancelled));
    }

    [Fact]
    public void A_gate_that_blocks_throws_the_error_blocked()
    {
        var models = new ScriptedModels().Decision("g", "\"block\"");
        var body = Models.Row(("s", Models.Script("s", "1", """<ninben:gate decision="g"/>"""))) + Models.Error("all", "s") + Models.End("x")
            + Models.Flow("all", "x");

        var scenario = Open(body, "{}", models);

        Assert.Equal("blocked", scenario.Facts.OfType<ErrorThrown>().Single().Code);
        Assert.True(scenario.State.IsClosed);
    }

    [Fact]
    public void A_sub_process_has_variables_of_its_own()
    {
        var inner = Models.Start("s2") + Models.Script("w", "n + 1", """<ninben:result variable="n"/>""") + Models.Script("out", "n * 10") + Models.End("e2")
            + Models.Flow("s2", "w") + Models.Flow("w", "out") + Models.Flow("out", "e2");
        var sub = $"""<bpmn:subProcess id="sub"><bpmn:extensionElements><ninben:input name="n" value="= n + 100"/>"""
            + $"""</bpmn:extensionElements>{inner}</bpmn:subProcess>""";

        var scenario = Open(Models.Row(("sub", sub)), "{n: 1}");

        Assert.Equal(1, scenario.State.Variables["n"].AsNumber());
        Assert.Equal(1020, scenario.State.Variables["out"].AsNumber());
        Assert.True(scenario.State.IsClosed);
    }

    [Fact]
    public void A_terminate_end_ends_its_scope_only()
    {
        var inner = Models.Start("s2") + Models.Parallel("fork") + Models.User("ask") + Models.Terminate("stop") + Models.End("e2")
            + Models.Flow("s2", "fork") + Models.Flow("fork", "ask") + Models.Flow("fork", "stop") + Models.Flow("ask", "e2");
        var scenario = Open(Models.Row(("sub", Models.Sub("sub", inner)), ("j", Models.Job("j"))));
        Assert.Equal(ReviewState.Cancelled, scenario.State.Reviews.Single().State);
        Assert.Equal("work", scenario.Job.Connector);

        var top = Open(inner.Replace("s2", "start", StringComparison.Ordinal));
        Assert.Equal(CaseEnding.Terminated, top.State.Ending);
    }
}
