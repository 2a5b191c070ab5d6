using Ninben.Bpmn.Cases;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Migrations;
using Ninben.Feel;
using Ninben.Oversight.Reviews;
using Ninben.Testing;

namespace Ninben.Bpmn.Tests.Cases;

public class MigrationTests
{
    private static readonly string Old = Models.Row(("ask", Models.User("ask")), ("work", Models.Job("work"))) + Models.Timer("late", "ask", "PT1H")
        + Models.End("over") + Models.Flow("late", "over");

    private static (Scenario Scenario, ScriptedModels Models) Open(string from, string to)
    {
        var models = new ScriptedModels().Deploy(Bpmn.Tests.Models.Process(from)).Deploy(Bpmn.Tests.Models.Process(to), 2);
        return (Scenario.Given(models).Open("p"), models);
    }

    [Fact]
    public void A_renamed_step_goes_on_under_its_new_name_and_its_timer_keeps_its_instant()
    {
        var to = Old.Replace("\"ask", "\"judge", StringComparison.Ordinal).Replace("_ask", "_judge", StringComparison.Ordinal)
            .Replace("\"late", "\"tardy", StringComparison.Ordinal);
        var (scenario, _) = Open(Old, to);
        var due = scenario.Timer.DueAt;

        scenario.Pass(TimeSpan.FromMinutes(10)).When(new MigrateCase(2, [new("ask", "judge"), new("late", "tardy")], "better names"))
            .Then("case.migrated", "timer.cancelled", "timer.set");
        Assert.Equal(("judge", "tardy", due), (scenario.State.Active.Single().Element, scenario.Timer.Element, scenario.Timer.DueAt));

        var review = scenario.Restart().Review;
        scenario.When(new GiveVerdict(review.Number, People.Mara, People.Say(VerdictKind.Approve, review.Shown)));
        Assert.Equal("work", scenario.State.Active.Single().Element);
    }

    [Fact]
    public void An_event_that_is_gone_waits_no_longer_and_a_new_one_begins_to_wait()
    {
        var to = Models.Row(("ask", Models.User("ask")), ("work", Models.Job("work"))) + Models.Timer("warn", "ask", "PT5M", interrupting: false)
            + Models.End("over") + Models.Flow("warn", "over");
        var (scenario, models) = Open(Old, to);

        var plan = Decider.Plan(scenario.State, new MigrateCase(2, [], ""), models);
        Assert.True(plan.IsPossible);
        Assert.Equal([MigrationChange.Kept, MigrationChange.Closed, MigrationChange.Armed], plan.Steps.Select(step => step.Change));

        scenario.When(new MigrateCase(2, [], "warn earlier")).Then("case.migrated", "timer.cancelled", "timer.set");
        Assert.Equal("warn", scenario.Timer.Element);
        Assert.Equal(scenario.Now.AddMinutes(5), scenario.Timer.DueAt);
    }

    [Fact]
    public void Every_problem_is_listed_and_nothing_happens()
    {
        var to = Models.Row(("ask", Models.Job("ask")), ("both", Models.User("both")));
        var from = Models.Start("start") + Models.Parallel("fork") + Models.User("ask") + Models.User("more") + Models.End("end") + Models.Flow("start", "fork")
            + Models.Flow("fork", "ask") + Models.Flow("fork", "more") + Models.Flow("ask", "end") + Models.Flow("more", "end");
        var (scenario, models) = Open(from, to);
        var before = scenario.State.Version;

        var plan = Decider.Plan(scenario.State, new MigrateCase(2, [new("nothing", "both")], ""), models);

        Assert.Equal(["nothing", "ask", "more"], plan.Problems.Select(problem => problem.Element));
        Assert.Equal(["no-such-element", "other-kind", "no-such-element"], plan.Problems.Select(problem => problem.Code));
        Assert.Equal(before, scenario.State.Version);
        scenario.Try(new MigrateCase(2, [], "try")).ThenRefused("cannot-migrate");
        scenario.Try(new MigrateCase(1, [], "try")).ThenRefused("cannot-migrate");
        scenario.Try(new MigrateCase(9, [], "try")).ThenRefused("cannot-migrate");
    }

    [Fact]
    public void A_step_that_became_repeated_or_moved_into_a_part_is_refused()
    {
        var repeated = """<bpmn:userTask id="ask"><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>2</bpmn:loopCardinality>"""
            + """</bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>""";
        var inside = Models.Sub("part", Models.Start("s") + Models.User("ask") + Models.End("e") + Models.Flow("s", "ask") + Models.Flow("ask", "e"));
        var from = Models.Row(("ask", Models.User("ask")));

        Assert.Equal("other-loop", Problem(Models.Row(("ask", repeated))));
        Assert.Equal("other-part", Problem(Models.Row(("part", inside))));

        string Problem(string to)
        {
            var (scenario, models) = Open(from, to);
            return Assert.Single(Decider.Plan(scenario.State, new MigrateCase(2, [], ""), models).Problems).Code;
        }
    }

    [Fact]
    public void A_verdict_from_before_cannot_be_taken_back_and_what_ended_keeps_its_old_element()
    {
        var to = Models.Row(("other", Models.Script("other", "1")), ("work", Models.Job("work")));
        var (scenario, _) = Open(Old, to);
        var review = scenario.Review;
        scenario.When(new GiveVerdict(review.Number, People.Mara, People.Say(VerdictKind.Approve, review.Shown)));

        scenario.When(new MigrateCase(2, [], "shorter")).Then("case.migrated").Restart();

        scenario.Try(new UndoVerdict(review.Number, People.Mara)).ThenRefused("too-late-to-undo");
        Assert.Contains(scenario.State.Instances, instance => instance.Element == "ask");
        scenario.When(new CompleteJob(scenario.Job.Number, 1, FeelValue.From(1m)));
        Assert.Equal(CaseEnding.Completed, scenario.State.Ending);
    }

    [Fact]
    public void A_called_process_keeps_the_version_that_its_call_pinned()
    {
        var inner = Models.Process(Models.Row(("ask", Models.User("ask"))), "called", "Called");
        var call = """<bpmn:callActivity id="call" calledElement="called"/>""";
        var models = new ScriptedModels().Deploy(inner).Deploy(Models.Process(Models.Row(("call", call))))
            .Deploy(Models.Process(Models.Row(("call", call), ("after", Models.Job("after")))), 2);
        var scenario = Scenario.Given(models).Open("p");

        scenario.When(new MigrateCase(2, [], "one more step")).Then("case.migrated").Restart();
        var review = scenario.Review;
        scenario.When(new GiveVerdict(review.Number, People.Mara, People.Say(VerdictKind.Approve, review.Shown)));

        Assert.Equal("after", scenario.State.Active.Single().Element);
    }
}
