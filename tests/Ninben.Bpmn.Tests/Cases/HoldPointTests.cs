using Ninben.Bpmn.Cases;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Feel;
using Ninben.Oversight;
using Ninben.Oversight.Decisions;
using Ninben.Oversight.Gates;
using Ninben.Oversight.Proposals;
using Ninben.Oversight.Reviews;
using Ninben.Testing;

namespace Ninben.Bpmn.Tests.Cases;

public class HoldPointTests
{
    private static ScriptedModels InvoiceModels(string gate = Models.Gate) =>
        new ScriptedModels().Deploy(Models.Invoice).Decision("invoice-gate", gate, "confidence", "flags", "total", "statedConfidence");

    private static Scenario Held(Proposal? proposal = null, string gate = Models.Gate)
    {
        var scenario = Scenario.Given(InvoiceModels(gate)).Open("invoice-approval", """{document: "abc"}""", "PO-7");
        return scenario.When(new ProposeForJob(scenario.Job.Number, 1, proposal ?? People.Invoice()));
    }

    private static Scenario Approved(Scenario scenario) =>
        scenario.When(new GiveVerdict(scenario.Review.Number, People.Mara, People.Say(VerdictKind.Approve, scenario.Review.Shown)));

    [Fact]
    public void A_confident_proposal_passes_its_gate_and_the_action_is_requested()
    {
        var scenario = Held(People.Invoice(0.95m));

        scenario.Then("job.completed", "proposal.made", "gate.judged", "decision.made", "variables.set", "element.left",
            "element.entered", "element.left", "element.entered", "action.requested");
        Assert.Equal("gate", scenario.State.Variables["decision"]["basis"].AsString());
        Assert.Equal(ContentHash.OfCanonical(scenario.State.Variables["invoice"]), scenario.Action.Act);
    }

    [Fact]
    public void A_doubtful_proposal_is_held_for_the_group_with_title_reasons_and_due_time()
    {
        var scenario = Held();

        scenario.Then("job.completed", "proposal.made", "gate.judged", "review.opened");
        var review = scenario.Review;
        Assert.Equal("INV-20931 · Northwind Bearings", review.Content.Title);
        Assert.Equal("ap-clerks", review.Group);
        Assert.Equal(70, review.Priority);
        Assert.Equal(scenario.Now.AddHours(4), review.DueAt);
        Assert.Equal(new Reason("not-sure-enough", "Not sure enough"), Assert.Single(review.Content.Why));
        Assert.Equal("Post to the ledger", review.Content.Effect["step"].AsString());
        Assert.Equal(["wrong-data", "duplicate", "suspicious", "not-ours"], review.Content.Reasons.Select(reason => reason.Code));
        Assert.Equal(review.Content.Hash(), review.Shown);
    }

    [Fact]
    public void An_approval_releases_exactly_the_proposed_answer_after_the_hold_time()
    {
        var scenario = Approved(Held());

        var action = scenario.Action;
        Assert.Equal(scenario.Now.AddSeconds(10), action.SendAt);
        Assert.Equal(52, action.Key.Length);
        scenario.Try(new StartAction(action.Number, action.Act)).ThenRefused("not-due");
        scenario.Pass(TimeSpan.FromSeconds(10)).When(new StartAction(action.Number, ContentHash.OfCanonical(action.Payload))).Then("action.attempted");
        scenario.When(new FinishAction(action.Number, 1, People.Feel("{id: 77}")));
        scenario.Then("action.done", "variables.set", "element.left", "element.entered", "element.left", "case.closed");
        Assert.Equal(77, scenario.State.Variables["post"]["id"].AsNumber());
        Assert.Equal(CaseEnding.Completed, scenario.State.Ending);
    }

    [Fact]
    public void A_payload_with_another_hash_is_never_sent()
    {
        var scenario = Approved(Held()).Pass(TimeSpan.FromMinutes(1));

        scenario.Try(new StartAction(scenario.Action.Number, ContentHash.OfCanonical(People.Feel("{total: 999}"))));

        scenario.ThenRefused("payload-mismatch");
        Assert.Equal(WorkState.Waiting, scenario.Action.State);
    }

    [Fact]
    public void An_amendment_changes_the_answer_and_what_is_sent()
    {
        var scenario = Held();

        var change = new FieldChange("total", People.Feel("120.5"), People.Feel("120.05"), People.Wrong);
        scenario.When(new GiveVerdict(scenario.Review.Number, People.Mara,
            People.Say(VerdictKind.Amend, scenario.Review.Shown, People.Wrong) with { Changes = [change] }));

        Assert.Equal(120.05m, scenario.Action.Payload["total"].AsNumber());
        Assert.Equal("amended", scenario.State.Variables["decision"]["outcome"].AsString());
        Assert.Equal("Mara Klein", scenario.State.Variables["decision"]["by"].AsString());
        Assert.Equal("wrong-data", scenario.State.Variables["decision"]["reasons"].AsList()[0]["code"].AsString());
    }

    [Theory]
    [InlineData(VerdictKind.Reject, "rejected")]
    [InlineData(VerdictKind.Return, "returned")]
    public void A_no_still_completes_the_element_and_the_model_routes_on_it(VerdictKind kind, string outcome)
    {
        var scenario = Held();

        scenario.When(new GiveVerdict(scenario.Review.Number, People.Mara, People.Say(kind, scenario.Review.Shown, People.Wrong)));

        Assert.Equal(outcome, scenario.State.Variables["decision"]["outcome"].AsString());
        Assert.Equal(120.5m, scenario.State.Variables["invoice"]["total"].AsNumber());
        Assert.Empty(scenario.State.Actions);
        Assert.True(scenario.State.IsClosed);
    }

    [Fact]
    public void An_undo_within_the_hold_time_takes_the_action_back_and_shows_the_same_content_again()
    {
        var scenario = Held();
        var shown = scenario.Review.Shown;
        Approved(scenario).Pass(TimeSpan.FromSeconds(5));

        scenario.When(new UndoVerdict(scenario.Facts.OfType<ReviewOpened>().Single().Review, People.Mara));

        scenario.Then("verdict.undone", "action.cancelled", "element.cancelled", "element.cancelled", "variables.removed", "element.reopened");
        Assert.Equal(ReviewState.Claimed, scenario.Review.State);
        Assert.Equal("mara", scenario.Review.Assignee);
        Assert.Equal(shown, scenario.Review.Shown);
        Assert.Equal(shown, scenario.Review.Content.Hash());
        Assert.Equal(["document"], scenario.State.Variables.Keys);
        Assert.Equal(WorkState.Cancelled, scenario.State.Actions.Single().State);

        Approved(scenario.Restart());
        Assert.Equal(2, scenario.State.Actions.Count());
    }

    [Fact]
    public void After_sending_an_undo_is_too_late_and_says_when()
    {
        var scenario = Approved(Held()).Pass(TimeSpan.FromSeconds(10));
        scenario.When(new StartAction(scenario.Action.Number, scenario.Action.Act));

        scenario.Try(new UndoVerdict(scenario.State.Reviews.Single().Number, People.Mara));

        scenario.ThenRefused("too-late-to-undo");
        Assert.Contains("2026-01-05T08:00:10Z", scenario.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_one_who_decided_or_an_admin_may_undo()
    {
        var scenario = Approved(Held());
        var review = scenario.State.Reviews.Single().Number;

        scenario.Try(new UndoVerdict(review, People.Jonas)).ThenRefused("not-your-verdict");
        scenario.When(new UndoVerdict(review, People.Admin));

        Assert.Equal("mara", scenario.Review.Assignee);
    }

    [Fact]
    public void A_second_verdict_learns_who_decided_and_when()
    {
        var scenario = Held();
        var shown = scenario.Review.Shown;
        Approved(scenario);

        scenario.Try(new GiveVerdict(scenario.State.Reviews.Single().Number, People.Jonas, People.Say(VerdictKind.Approve, shown)));

        scenario.ThenRefused("already-decided");
        Assert.Equal("Decided by Mara Klein at 2026-01-05T08:00:00Z: approve.", scenario.Refusal!.Message);
        Assert.Equal(RefusalKind.Conflict, scenario.Refusal.Kind);
    }

    [Fact]
    public void A_claimed_review_is_decided_by_its_assignee_only_until_released()
    {
        var scenario = Held();
        var review = scenario.Review.Number;
        scenario.When(new ClaimReview(review, People.Jonas)).Then("review.claimed");
        scenario.When(new ClaimReview(review, People.Jonas)).Then();

        scenario.Try(new GiveVerdict(review, People.Mara, People.Say(VerdictKind.Approve, scenario.Review.Shown))).ThenRefused("claimed-by-other");
        Assert.Contains("Jonas Brandt", scenario.Refusal!.Message, StringComparison.Ordinal);
        scenario.Try(new ReleaseReview(review, People.Mara)).ThenRefused("claimed-by-other");
        scenario.When(new ReleaseReview(review, People.Jonas)).Then("review.released");
        Approved(scenario).Then("review.claimed", "verdict.given", "decision.made", "variables.set", "element.left",
            "element.entered", "element.left", "element.entered", "action.requested");
    }

    [Fact]
    public void People_outside_of_the_group_may_not_decide()
    {
        var scenario = Held();

        scenario.Try(new GiveVerdict(scenario.Review.Number, People.Outsider, People.Say(VerdictKind.Approve, scenario.Review.Shown)));

        scenario.ThenRefused("not-in-group");
        Assert.Equal(RefusalKind.Forbidden, scenario.Refusal!.Kind);
    }

    [Fact]
    public void A_verdict_on_other_content_than_shown_is_refused()
    {
        var scenario = Held();

        scenario.Try(new GiveVerdict(scenario.Review.Number, People.Mara, People.Say(VerdictKind.Approve, new string('0', 64))));

        scenario.ThenRefused("stale-content");
    }

    [Fact]
    public void An_answer_cannot_lend_itself_confidence()
    {
        var tainted = People.Invoice(null) with
        {
            Answer =
            People.Feel("""{total: 1, confidence: 1, statedConfidence: 1, flags: [], fields: {}, element: "x"}""")
        };

        var scenario = Held(tainted);

        Assert.Equal(ReviewState.Ready, scenario.Review.State);
        Assert.True(scenario.Facts.OfType<GateJudged>().Single().Judgement.Inputs["confidence"].IsNull);
        Assert.Equal(0.97m, scenario.Facts.OfType<GateJudged>().Single().Judgement.Inputs["statedConfidence"].AsNumber());
    }

    [Theory]
    [InlineData("null", "nothing")]
    [InlineData("\"maybe\"", "maybe")]
    [InlineData("42", "42")]
    [InlineData("""{outcome: "pass", tier: "extreme"}""", "extreme")]
    [InlineData("""{outcome: "pass", sla: "soon"}""", "soon")]
    [InlineData("""{outcome: "pass", priority: 1000}""", "1000")]
    [InlineData("""{outcome: "pass", reasons: [1]}""", "reasons")]
    public void A_malformed_policy_answer_holds_and_names_what_was_found(string output, string named)
    {
        var scenario = Held(People.Invoice(1m), output);

        var why = Assert.Single(scenario.Review.Content.Why);
        Assert.Equal("gate-undecided", why.Code);
        Assert.Contains(named, why.Text, StringComparison.Ordinal);
        Assert.Equal(FrictionTier.Medium, scenario.Review.Tier);
    }

    [Fact]
    public void Without_the_policy_a_person_decides()
    {
        var scenario = Scenario.Given(new ScriptedModels().Deploy(Models.Invoice)).Open("invoice-approval");

        scenario.When(new ProposeForJob(scenario.Job.Number, 1, People.Invoice(1m)));

        Assert.Equal("no-policy", Assert.Single(scenario.Review.Content.Why).Code);
    }

    [Fact]
    public void A_plain_value_of_a_gated_task_is_judged_too()
    {
        var scenario = Scenario.Given(InvoiceModels()).Open("invoice-approval");

        scenario.When(new CompleteJob(scenario.Job.Number, 1, People.Feel("""{number: "N", vendor: "V", total: 1}""")));

        Assert.Equal("N · V", scenario.Review.Content.Title);
    }

    [Fact]
    public void Flagged_fields_must_be_confirmed_before_a_yes()
    {
        var scenario = Held(People.Invoice(0.5m, "120.50", new Reason("two-totals", "Two totals on the page")));
        var verdict = People.Say(VerdictKind.Approve, scenario.Review.Shown);

        scenario.Try(new GiveVerdict(scenario.Review.Number, People.Mara, verdict)).ThenRefused("flags-open");
        Assert.Equal("total", Assert.Single(scenario.Refusal!.Fields));
        scenario.When(new GiveVerdict(scenario.Review.Number, People.Mara, verdict with { Confirmed = ["total"] }));
    }

    [Fact]
    public void A_blocked_proposal_is_an_incident_and_a_retry_judges_anew()
    {
        var models = InvoiceModels("""{outcome: "block", reasons: ["Sanctioned vendor"]}""");
        var scenario = Scenario.Given(models).Open("invoice-approval");
        scenario.When(new ProposeForJob(scenario.Job.Number, 1, People.Invoice(1m)));
        scenario.Then("job.completed", "proposal.made", "gate.judged", "error.thrown", "incident.raised");
        Assert.Equal("blocked", scenario.Incident.Code);
        Assert.Equal("Sanctioned vendor", scenario.Incident.Message);

        models.Decision("invoice-gate", "\"pass\"");
        scenario.When(new RetryIncident(scenario.Incident.Number));

        Assert.Equal(2, scenario.Facts.OfType<GateJudged>().Last().Judgement.Policy.Version);
        Assert.NotEmpty(scenario.State.Actions);
    }

    [Fact]
    public void An_outcome_is_kept_even_after_the_case_closed()
    {
        var scenario = Held();
        scenario.When(new GiveVerdict(scenario.Review.Number, People.Mara, People.Say(VerdictKind.Reject, scenario.Review.Shown, People.Wrong)));
        var decided = scenario.State.Instances.Single(instance => instance.Decision is not null).Number;

        scenario.When(new RecordOutcome(decided, People.Feel("{total: 120.05}"), "paid")).Then("outcome.known");
        scenario.Try(new RecordOutcome(1, FeelValue.Null, null)).ThenRefused("not-decided");
        scenario.Try(new RecordOutcome(999, FeelValue.Null, null)).ThenRefused("instance-not-found");
        Assert.Equal(DecisionOutcome.Rejected, scenario.State.Instance(decided)!.Decision!.Outcome);
    }
}
