using Ninben.Bpmn.Cases;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Feel;
using Ninben.Oversight.Facts;
using Ninben.Oversight.Reviews;
using Ninben.Oversight.Subjects;
using Ninben.Testing;

namespace Ninben.Bpmn.Tests.Cases;

public class UndoTests
{
    private const string AfterTheJoin =
        """<bpmn:serviceTask id="post"><bpmn:extensionElements><ninben:action connector="http" hold="PT10S"><ninben:payload value="= {a: a}"/>"""
            + """</ninben:action></bpmn:extensionElements></bpmn:serviceTask>""";

    /// <summary>Two reviews side by side, joined, then an action that waits in its hold.</summary>
    private static readonly string TwoPaths = Models.Start("start") + Models.Parallel("fork") + User("a") + User("b") + Models.Parallel("join")
        + AfterTheJoin + Models.End("end") + Models.Flow("start", "fork") + Models.Flow("fork", "a") + Models.Flow("fork", "b") + Models.Flow("a", "join")
        + Models.Flow("b", "join") + Models.Flow("join", "post") + Models.Flow("post", "end");

    [Fact]
    public void A_value_that_did_not_exist_is_gone_again_and_one_that_did_is_back()
    {
        var user = Models.User("ask", """<ninben:subject value="= {n: n}"/><ninben:result variable="answer"/>""");
        var body = Models.Row(("ask", user), ("count", Models.Script("count", "n + 1", """<ninben:result variable="n"/>""")), ("wait", Models.User("wait")));
        var scenario = Open(body, "{n: 1, nothing: null}");
        var before = scenario.State.Variables;

        Approve(scenario, "ask", People.Mara);
        Assert.Equal(2, scenario.State.Variables["n"].AsNumber());
        scenario.When(new UndoVerdict(ReviewOf(scenario, "ask").Number, People.Mara));

        Assert.Equal(before, scenario.State.Variables);
        Assert.Contains(new VariablesSet(0, FeelContext.Empty.With("n", FeelValue.From(1m))), scenario.Last);
        Assert.Equal(["answer", "decision"], scenario.Last.OfType<VariablesRemoved>().Single().Names);
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("b", "a")]
    public void An_undo_behind_a_join_opens_its_own_path_and_the_other_waits_at_the_join_again(string undone, string kept)
    {
        var scenario = BothApproved();

        scenario.When(new UndoVerdict(ReviewOf(scenario, undone).Number, People.Admin));

        Assert.Equal(WorkState.Cancelled, scenario.State.Actions.Single().State);
        Assert.Equal([undone, "join"], scenario.State.Active.Select(instance => instance.Element).Order(StringComparer.Ordinal));
        Assert.Equal(kept + "_join", scenario.State.Active.Single(instance => instance.Element == "join").Flow);
        Assert.DoesNotContain(undone, scenario.State.Variables.Keys);
        Assert.Contains(kept, scenario.State.Variables.Keys);

        Approve(scenario.Restart(), undone, undone == "a" ? People.Mara : People.Jonas);
        scenario.Pass(TimeSpan.FromSeconds(10)).When(new StartAction(scenario.Action.Number, scenario.Action.Act));
        scenario.When(new FinishAction(scenario.Action.Number, 1, FeelValue.From("ok")));
        Assert.Equal(CaseEnding.Completed, scenario.State.Ending);
        Assert.Equal(2, scenario.State.Actions.Count());
    }

    [Fact]
    public void Both_paths_of_a_join_can_be_undone_one_after_the_other()
    {
        var scenario = BothApproved();

        scenario.When(new UndoVerdict(ReviewOf(scenario, "a").Number, People.Admin));
        scenario.When(new UndoVerdict(ReviewOf(scenario, "b").Number, People.Admin));

        Assert.Equal(FeelContext.Empty, scenario.State.Variables);
        Assert.Equal(["a", "b"], scenario.State.Active.Select(instance => instance.Element));
    }

    [Fact]
    public void What_another_path_wrote_later_stays()
    {
        var scenario = BothApproved();
        var byTheOther = scenario.State.Variables["decision"];

        scenario.When(new UndoVerdict(ReviewOf(scenario, "a").Number, People.Mara));
        Assert.Equal(byTheOther, scenario.State.Variables["decision"]);

        scenario.When(new UndoVerdict(ReviewOf(scenario, "b").Number, People.Jonas));
        Assert.DoesNotContain("decision", scenario.State.Variables.Keys);
    }

    [Fact]
    public void Behind_a_join_an_undo_is_too_late_once_something_was_sent()
    {
        var scenario = BothApproved().Pass(TimeSpan.FromSeconds(10));
        scenario.When(new StartAction(scenario.Action.Number, scenario.Action.Act));

        scenario.Try(new UndoVerdict(ReviewOf(scenario, "a").Number, People.Mara)).ThenRefused("too-late-to-undo");
        scenario.Try(new UndoVerdict(ReviewOf(scenario, "b").Number, People.Jonas)).ThenRefused("too-late-to-undo");
    }

    [Fact]
    public void A_join_whose_facts_do_not_say_who_met_there_cannot_be_undone()
    {
        var recorded = BothApproved();
        var models = new ScriptedModels().Deploy(Models.Process(TwoPaths));
        var stamp = new Stamp(recorded.Now, People.Mara.Actor, "old");
        var state = CaseState.New(Scenario.Id);
        foreach (var fact in recorded.Facts) state.Apply(fact is ElementLeft left ? left with { Into = null } : fact, stamp);

        var undo = Decider.Decide(state, new UndoVerdict(ReviewOf(recorded, "a").Number, People.Admin), stamp, models);

        Assert.Equal("too-late-to-undo", undo.Refusal?.Code);
        Assert.Contains("has joined this path with another", undo.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_went_on_at_the_boundary_of_an_interrupted_step_is_taken_back_too()
    {
        var body = Models.Start("start") + Models.User("a") + Models.User("b") + Models.Timer("late", "b", "PT1H") + Models.User("c") + Models.End("end")
            + Models.End("other") + Models.Flow("start", "a") + Models.Flow("a", "b") + Models.Flow("b", "end") + Models.Flow("late", "c")
            + Models.Flow("c", "other");
        var scenario = Open(body);
        Approve(scenario, "a", People.Mara);
        scenario.Pass(TimeSpan.FromHours(1)).When(new FireTimer(scenario.Timer.Number));

        scenario.When(new UndoVerdict(ReviewOf(scenario, "a").Number, People.Mara));

        Assert.Equal(["a"], scenario.State.Active.Select(instance => instance.Element));
        Assert.Equal(["a"], scenario.State.Reviews.Where(review => review.IsOpen).Select(review => scenario.State.Instance(review.Instance)!.Element));
    }

    [Fact]
    public void An_undo_is_too_late_when_an_interrupted_step_had_done_work()
    {
        var body = Models.Start("start") + Models.User("a") + Models.Job("work") + Models.Error("failed", "work") + Models.User("c") + Models.End("end")
            + Models.End("other") + Models.Flow("start", "a") + Models.Flow("a", "work") + Models.Flow("work", "end") + Models.Flow("failed", "c")
            + Models.Flow("c", "other");
        var scenario = Open(body);
        Approve(scenario, "a", People.Mara);
        scenario.When(new ThrowJobError(scenario.Job.Number, 1, "late", null));

        scenario.Try(new UndoVerdict(ReviewOf(scenario, "a").Number, People.Mara)).ThenRefused("too-late-to-undo");
    }

    private static string User(string id) => Models.User(id, $"""<ninben:result variable="{id}"/>""");

    private static Scenario Open(string body, string variables = "{}") =>
        Scenario.Given(new ScriptedModels().Deploy(Models.Process(body))).Open("p", variables);

    private static Scenario BothApproved()
    {
        var scenario = Open(TwoPaths);
        Approve(scenario, "a", People.Mara);
        Approve(scenario, "b", People.Jonas);
        return scenario;
    }

    private static ReviewItem ReviewOf(Scenario scenario, string element) =>
        scenario.State.Reviews.Last(review => scenario.State.Instance(review.Instance)!.Element == element);

    private static void Approve(Scenario scenario, string element, Person person)
    {
        var review = ReviewOf(scenario, element);
        scenario.When(new GiveVerdict(review.Number, person, People.Say(VerdictKind.Approve, review.Shown)));
    }
}
