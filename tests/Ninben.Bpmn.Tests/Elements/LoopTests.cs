using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Oversight.Reviews;
using static Ninben.Bpmn.Tests.Events;

namespace Ninben.Bpmn.Tests.Elements;

public class LoopTests
{
    private static string Multiple(string extension, string inside = "", string attributes = "") =>
        $"<bpmn:multiInstanceLoopCharacteristics {attributes}><bpmn:extensionElements>{extension}</bpmn:extensionElements>{inside}"
            + "</bpmn:multiInstanceLoopCharacteristics>";

    private static string Looped(string job, string loop) => job.Replace("</bpmn:serviceTask>", loop + "</bpmn:serviceTask>", StringComparison.Ordinal);

    private static string Task(string loop, string extensions = "") => Models.Row(("a", Looped(Models.Job("a", extensions), loop)));

    private static int Waiting(Ninben.Testing.Scenario scenario) => scenario.State.Jobs.Count(job => job.State == WorkState.Waiting);

    [Fact]
    public void Each_item_has_an_instance_and_the_outputs_are_a_list_in_the_order_of_the_items()
    {
        var scenario = Open(Task(Multiple("""<ninben:loop collection="= [1, 2, 3]" item="n" outputCollection="all" output="= a + n"/>""")));
        Assert.Equal(3, Waiting(scenario));

        foreach (var job in scenario.State.Jobs.Reverse().ToList()) scenario.When(new CompleteJob(job.Number, 1, People.Feel("10")));

        Assert.Equal("[11, 12, 13]", scenario.State.Variables["all"].ToString());
        Assert.True(scenario.State.IsClosed);
    }

    [Fact]
    public void In_sequence_the_next_begins_when_the_one_before_has_ended()
    {
        var scenario = Open(Task(Multiple("", "<bpmn:loopCardinality>2</bpmn:loopCardinality>", "isSequential=\"true\"")));

        Assert.Equal(1, Waiting(scenario));
        scenario.Answer("a");
        Assert.Equal(1, Waiting(scenario));
        scenario.Answer("a");

        Assert.True(scenario.State.IsClosed);
    }

    [Fact]
    public void When_the_completion_condition_holds_the_others_end()
    {
        var scenario = Open(Task(Multiple("""<ninben:loop collection="= [1, 2, 3]" outputCollection="all"/>""",
            "<bpmn:completionCondition>numberOfCompletedInstances >= 2</bpmn:completionCondition>")));

        scenario.Answer("a", "1").Answer("a", "2");

        Assert.True(scenario.State.IsClosed);
        Assert.Equal("[1, 2]", scenario.State.Variables["all"].ToString());
        Assert.Equal("completed early", scenario.Facts.OfType<ElementCancelled>().Single().Reason);
    }

    [Fact]
    public void Voting_is_a_repeated_review_whose_rounds_have_decisions_of_their_own()
    {
        var vote = Models.User("vote").Replace("</bpmn:userTask>",
            Multiple("""<ninben:loop collection="= [1, 2, 3]" outputCollection="votes" output="= decision.outcome"/>""",
            """<bpmn:completionCondition>count(votes[item = "approved"]) >= 2</bpmn:completionCondition>""") + "</bpmn:userTask>", StringComparison.Ordinal);
        var scenario = Open(Models.Row(("vote", vote)));

        foreach (var kind in (VerdictKind[])[VerdictKind.Approve, VerdictKind.Reject, VerdictKind.Approve])
        {
            var review = scenario.State.Reviews.First(review => review.IsOpen);
            scenario.When(new GiveVerdict(review.Number, People.Mara, People.Say(kind, review.Shown, People.Wrong)));
        }

        Assert.Equal("[\"approved\", \"rejected\", \"approved\"]", scenario.State.Variables["votes"].ToString());
        Assert.True(scenario.State.IsClosed);
    }

    [Fact]
    public void No_items_leave_an_empty_list_and_no_instance()
    {
        var scenario = Open(Task(Multiple("""<ninben:loop collection="= []" outputCollection="all"/>""")));

        Assert.True(scenario.State.IsClosed);
        Assert.Equal("[]", scenario.State.Variables["all"].ToString());
    }

    [Theory]
    [InlineData("12")]
    [InlineData("\"many\"")]
    [InlineData("null")]
    public void A_collection_that_is_no_list_is_an_incident(string items)
    {
        var scenario = Open(Task(Multiple("""<ninben:loop collection="= items"/>""")), $"{{items: {items}}}");

        Assert.Equal("loop-unusable", scenario.Incident.Code);
    }

    [Fact]
    public void More_than_two_thousand_instances_are_an_incident()
    {
        var scenario = Open(Task(Multiple("", "<bpmn:loopCardinality>2001</bpmn:loopCardinality>")));

        Assert.Contains("2000", scenario.Incident.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("testBefore=\"true\"", "n &lt; 2", "{n: 5}", 0)]
    [InlineData("", "n &lt; 2", "{n: 5}", 1)]
    [InlineData("", "n &lt; 3", "{n: 0}", 3)]
    [InlineData("loopMaximum=\"2\"", "true", "{n: 0}", 2)]
    public void A_standard_loop_goes_round_as_long_as_its_condition_holds(string attributes, string condition, string variables, int rounds)
    {
        var loop = $"<bpmn:standardLoopCharacteristics {attributes}><bpmn:loopCondition>{condition}</bpmn:loopCondition></bpmn:standardLoopCharacteristics>";
        var script = Models.Script("a", "n + 1", """<ninben:result variable="n"/>""")
            .Replace("</bpmn:scriptTask>", loop + "</bpmn:scriptTask>", StringComparison.Ordinal);

        var scenario = Open(Models.Row(("a", script)), variables);

        Assert.True(scenario.State.IsClosed);
        Assert.Equal(rounds, scenario.State.Instances.Count(instance => instance.Element == "a") - 1);
    }

    [Fact]
    public void An_interrupting_event_at_a_repeated_activity_ends_all_its_rounds()
    {
        var scenario = Open(Task(Multiple("", "<bpmn:loopCardinality>3</bpmn:loopCardinality>")) + Boundary("b", "a", Paid) + Models.End("out")
            + Models.Flow("b", "out"));

        scenario.Receive();

        Assert.Equal(0, Waiting(scenario));
        Assert.Equal("start b out", Trace(scenario));
    }
}
