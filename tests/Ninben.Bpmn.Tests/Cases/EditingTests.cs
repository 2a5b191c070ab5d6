using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Feel;
using Ninben.Oversight.Reviews;
using Ninben.Testing;

namespace Ninben.Bpmn.Tests.Cases;

public class EditingTests
{
    private static readonly FeelContext Two = FeelContext.Empty.With("n", FeelValue.From(2m));

    private static Scenario Open(string body, string variables = "{n: 1}") =>
        Scenario.Given(new ScriptedModels().Deploy(Models.Process(body))).Open("p", variables);

    [Fact]
    public void A_person_writes_variables_of_the_case_and_of_a_part_with_a_reason()
    {
        var inner = Models.Sub("part", Models.Row(("a", Models.User("a"))).Replace("\"start", "\"s", StringComparison.Ordinal)
            .Replace("\"end", "\"e", StringComparison.Ordinal).Replace("_end", "_e", StringComparison.Ordinal));
        var scenario = Open(Models.Row(("part", inner)));
        var part = scenario.State.Active.Single(instance => instance.Element == "part").Number;

        scenario.When(new SetVariables(0, Two, "typing error")).Then("variables.edited");
        scenario.When(new SetVariables(part, FeelContext.Empty.With("n", FeelValue.From(3m)), "only here"));

        Assert.Equal(2m, scenario.State.Variables["n"].AsNumber());
        Assert.Equal(3m, scenario.State.VariablesIn(part)["n"].AsNumber());
    }

    [Fact]
    public void What_cannot_be_written_is_refused_with_what_is_missing()
    {
        var scenario = Open(Models.Row(("a", Models.User("a"))));
        var deep = FeelValue.From(1m);
        for (var i = 0; i < 70; i++) deep = FeelValue.FromList([deep]);

        scenario.Try(new SetVariables(0, Two, "")).ThenRefused("reason-needed");
        scenario.Try(new SetVariables(0, FeelContext.Empty, "typing error")).ThenRefused("no-values");
        scenario.Try(new SetVariables(99, Two, "typing error")).ThenRefused("scope-not-found");
        scenario.Try(new SetVariables(scenario.State.Active.Single().Number, Two, "typing error")).ThenRefused("scope-not-found");
        scenario.Try(new SetVariables(0, FeelContext.Empty.With("n", deep), "typing error")).ThenRefused("value-too-deep");
        scenario.When(new CancelCase("withdrawn")).Try(new SetVariables(0, Two, "typing error")).ThenRefused("case-closed");
    }

    [Fact]
    public void An_undo_leaves_what_a_person_wrote_after_the_verdict()
    {
        var count = Models.Script("count", "n + 1", """<ninben:result variable="n"/>""");
        var scenario = Open(Models.Row(("ask", Models.User("ask")), ("count", count), ("wait", Models.User("wait"))));
        var review = scenario.Review;
        scenario.When(new GiveVerdict(review.Number, People.Mara, People.Say(VerdictKind.Approve, review.Shown)));
        scenario.When(new SetVariables(0, FeelContext.Empty.With("n", FeelValue.From(40m)), "counted by hand"));

        scenario.When(new UndoVerdict(review.Number, People.Mara));

        Assert.Equal(40m, scenario.State.Variables["n"].AsNumber());
        Assert.Equal("ask", Assert.Single(scenario.State.Active).Element);
    }

    [Fact]
    public void A_token_moves_to_another_step_of_its_part_and_nowhere_else()
    {
        var inner = Models.Sub("part", Models.Start("s") + Models.User("deep") + Models.End("e") + Models.Flow("s", "deep") + Models.Flow("deep", "e"));
        var body = Models.Row(("a", Models.User("a")), ("part", inner), ("b", Models.Job("b"))) + Models.Timer("late", "a", "PT1H") + Models.End("over")
            + Models.Flow("late", "over");
        var scenario = Open(body);
        var at = scenario.State.Active.Single().Number;

        foreach (var target in (string[])["deep", "start", "late", "nowhere"])
            scenario.Try(new MoveToken(at, target, "skip")).ThenRefused("cannot-move-there");
        Assert.Contains("a, part, b, end", scenario.Refusal!.Message.Replace("over, ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        scenario.Try(new MoveToken(at, "b", "")).ThenRefused("reason-needed");
        scenario.Try(new MoveToken(99, "b", "skip")).ThenRefused("instance-not-found");

        scenario.When(new MoveToken(at, "b", "skip"));
        Assert.Equal(WorkState.Cancelled, Assert.Single(scenario.State.Timers).State);
        scenario.When(new CompleteJob(scenario.Job.Number, 1, default));
        Assert.Equal(CaseEnding.Completed, scenario.State.Ending);
    }
}
