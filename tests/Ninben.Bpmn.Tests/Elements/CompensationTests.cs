using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using static Ninben.Bpmn.Tests.Events;

namespace Ninben.Bpmn.Tests.Elements;

public class CompensationTests
{
    private static string Undoable(string id) => Models.Job(id) + Boundary($"{id}_watch", id, Compensate)
        + Models.Script($"revert_{id}", "1").Replace("<bpmn:scriptTask", "<bpmn:scriptTask isForCompensation=\"true\"", StringComparison.Ordinal)
        + $"""<bpmn:association id="{id}_as" sourceRef="{id}_watch" targetRef="revert_{id}"/>""";

    private static string Undone(Ninben.Testing.Scenario scenario) =>
        string.Join(' ', scenario.Facts.OfType<ElementEntered>().Select(entered => entered.Element)
        .Where(element => element.StartsWith("revert_", StringComparison.Ordinal)));

    [Fact]
    public void Completed_activities_are_undone_in_reverse_order()
    {
        var scenario = Open(Models.Row(("a", Undoable("a")), ("b", Undoable("b")), ("undo", Throw("undo", Compensate))));

        scenario.Answer("a").Answer("b");

        Assert.Equal("revert_b revert_a", Undone(scenario));
        Assert.True(scenario.State.IsClosed);
    }

    [Fact]
    public void Only_the_named_activity_is_undone()
    {
        var one = """<bpmn:compensateEventDefinition activityRef="a"/>""";
        var scenario = Open(Models.Row(("a", Undoable("a")), ("b", Undoable("b")), ("undo", Throw("undo", one))));

        scenario.Answer("a").Answer("b");

        Assert.Equal("revert_a", Undone(scenario));
    }

    [Fact]
    public void What_did_not_complete_and_what_was_undone_already_is_left_alone()
    {
        var scenario = Open(Models.Row(("a", Undoable("a")), ("undo", Throw("undo", Compensate)), ("b", Undoable("b")), ("again", Throw("again", Compensate))));

        scenario.Answer("a");
        Assert.Equal("revert_a", Undone(scenario));
        scenario.Answer("b");

        Assert.Equal("revert_a revert_b", Undone(scenario));
        Assert.True(scenario.State.IsClosed);
    }

    [Fact]
    public void A_sub_process_with_an_own_compensation_part_is_undone_by_it()
    {
        var inside = Models.Start("s_start") + Undoable("a") + Models.End("s_end") + Models.Flow("s_start", "a") + Models.Flow("a", "s_end")
            + Part("part", Compensate, Models.Script("revert_all", "1") + Models.Flow("part_start", "revert_all"));
        var scenario = Open(Models.Row(("s", Models.Sub("s", inside)), ("undo", Throw("undo", Compensate))));

        scenario.Answer("a");

        Assert.Equal("revert_all", Undone(scenario));
        Assert.True(scenario.State.IsClosed);
    }

    [Fact]
    public void A_cancel_end_undoes_its_transaction_and_leaves_at_the_cancel_boundary()
    {
        var inside = Models.Start("t_start") + Undoable("a") + Undoable("b") + End("cancel", "<bpmn:cancelEventDefinition/>") + Models.Flow("t_start", "a")
            + Models.Flow("a", "b") + Models.Flow("b", "cancel");
        var scenario = Open(Models.Row(("t", $"""<bpmn:transaction id="t">{inside}</bpmn:transaction>"""))
            + Boundary("gave_up", "t", "<bpmn:cancelEventDefinition/>")
            + Models.End("out") + Models.Flow("gave_up", "out"));

        scenario.Answer("a").Answer("b");

        Assert.Equal("revert_b revert_a", Undone(scenario));
        Assert.EndsWith("gave_up out", Trace(scenario), StringComparison.Ordinal);
        Assert.DoesNotContain(scenario.State.Instances, instance => instance.Element == "end");
        Assert.True(scenario.State.IsClosed);
    }

    [Fact]
    public void The_throwing_event_waits_for_a_handler_that_takes_time()
    {
        var slow = Models.Job("a") + Boundary("a_b", "a", Compensate) + Models.Job("revert_a")
            .Replace("<bpmn:serviceTask", "<bpmn:serviceTask isForCompensation=\"true\"",
            StringComparison.Ordinal) + """<bpmn:association id="as" sourceRef="a_b" targetRef="revert_a"/>""";
        var scenario = Open(Models.Row(("a", slow), ("undo", Throw("undo", Compensate)), ("after", Models.Script("after", "1"))));

        scenario.Answer("a");
        Assert.DoesNotContain(scenario.State.Instances, instance => instance.Element == "after");
        scenario.When(new CompleteJob(scenario.Job.Number, 1, default));

        Assert.True(scenario.State.IsClosed);
    }
}
