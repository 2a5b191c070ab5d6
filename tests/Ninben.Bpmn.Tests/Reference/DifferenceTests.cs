using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Testing;

namespace Ninben.Bpmn.Tests.Reference;

/// <summary>What random models showed, as small as it can be said (docs/bpmn-proof.md).</summary>
public class DifferenceTests
{
    [Fact]
    public void A_condition_inside_a_called_process_sees_the_variables_inside()
    {
        var called = Models.Process(Models.Row(("more", Models.Script("more", "n + 5", """<ninben:result variable="n"/>""")), ("wait", Models.Job("wait")))
            + EventPart("watch", "<bpmn:conditionalEventDefinition><bpmn:condition>n >= 5</bpmn:condition></bpmn:conditionalEventDefinition>"), "q");
        var caller = Models.Process(Models.Row(("call", """<bpmn:callActivity id="call" calledElement="q"/>""")));

        var scenario = Scenario.Given(new ScriptedModels().Deploy(called).Deploy(caller)).Open("p", "{n: 1}");

        Assert.Equal(CaseEnding.Completed, scenario.State.Ending);
        Assert.Contains("watch-inside", Completed(scenario));
    }

    [Fact]
    public void An_outgoing_flow_sees_the_outputs_of_its_activity_but_not_its_own_variables()
    {
        var task = Models.Script("task", "0", """<ninben:input name="own" value="= 9"/><ninben:output name="n" value="= own"/>""");
        var model = Models.Process("""<bpmn:startEvent id="start"/><bpmn:endEvent id="end"/><bpmn:endEvent id="out"/><bpmn:endEvent id="in"/>"""
            + task.Replace("id=\"task\"", "id=\"task\" default=\"f\"", StringComparison.Ordinal) + Models.Flow("start", "task")
            + Models.Flow("task", "out", "n = 9") + Models.Flow("task", "in", "own = 9") + Models.Flow("task", "end", null, "f"));

        var scenario = Scenario.Given(new ScriptedModels().Deploy(model)).Open("p", "{n: 1}");

        Assert.Equal(["start", "task", "out"], Completed(scenario));
    }

    [Fact]
    public void An_error_of_a_round_is_caught_inside_of_the_round_only()
    {
        // The event sub-process throws again; that leaves the whole activity and does not start it once more.
        var again = """
            <bpmn:subProcess id="watch" triggeredByEvent="true"><bpmn:startEvent id="s"><bpmn:errorEventDefinition/></bpmn:startEvent>
            <bpmn:endEvent id="e"><bpmn:errorEventDefinition errorRef="err"/></bpmn:endEvent>
            <bpmn:sequenceFlow id="s_e" sourceRef="s" targetRef="e"/></bpmn:subProcess>
            """;
        var part = Models.Sub("part", """
            <bpmn:multiInstanceLoopCharacteristics isSequential="true"><bpmn:loopCardinality>2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>
            """ + """<bpmn:startEvent id="begin"/>""" + Models.Job("job") + Models.Flow("begin", "job") + again);
        var model = Models.Process(Models.Row(("part", part)) + Models.Error("caught", "part") + Models.End("late") + Models.Flow("caught", "late"));
        var scenario = Scenario.Given(new ScriptedModels().Deploy(model)).Open("p");

        scenario.When(new ThrowJobError(scenario.Job.Number, 1, "other", null));

        Assert.Equal(CaseEnding.Completed, scenario.State.Ending);
        Assert.Equal(["start", "begin", "s", "caught", "late"], Completed(scenario));
    }

    [Fact]
    public void Work_inside_of_an_ad_hoc_sub_process_is_compensated()
    {
        var inside = Models.Script("work", "1")
            + """<bpmn:boundaryEvent id="undoing" attachedToRef="work"><bpmn:compensateEventDefinition/></bpmn:boundaryEvent>"""
            + Models.Script("undo", "1").Replace("id=\"undo\"", "id=\"undo\" isForCompensation=\"true\"", StringComparison.Ordinal)
            + """<bpmn:association id="a" sourceRef="undoing" targetRef="undo"/>""";
        var model = Models.Process(Models.Row(("free", $"""<bpmn:adHocSubProcess id="free">{inside}</bpmn:adHocSubProcess>"""),
            ("back", """<bpmn:intermediateThrowEvent id="back"><bpmn:compensateEventDefinition/></bpmn:intermediateThrowEvent>""")));

        var scenario = Scenario.Given(new ScriptedModels().Deploy(model)).Open("p");

        Assert.Equal(["start", "work", "free", "undo", "back", "end"], Completed(scenario));
    }

    [Fact]
    public void A_complex_join_that_found_no_flow_chooses_again_when_it_is_retried()
    {
        var model = Models.Process("""
            <bpmn:startEvent id="start"/><bpmn:parallelGateway id="fork"/><bpmn:endEvent id="end"/>
            <bpmn:complexGateway id="join"><bpmn:activationCondition>activationCount >= 2</bpmn:activationCondition></bpmn:complexGateway>
            """ + Models.Script("a", "1") + Models.Script("b", "1") + Models.Job("job") + Models.End("other")
            + Models.Flow("start", "fork") + Models.Flow("fork", "a")
            + Models.Flow("fork", "b") + Models.Flow("a", "join") + Models.Flow("b", "join") + Models.Flow("join", "end", "job = 1")
            + Models.Flow("fork", "job")
            + Models.Flow("job", "other"));
        var scenario = Scenario.Given(new ScriptedModels().Deploy(model)).Open("p");
        var incident = scenario.Incident;
        scenario.When(new CompleteJob(scenario.Job.Number, 1, People.Feel("1")));

        scenario.When(new RetryIncident(incident.Number));

        Assert.Equal("no-flow", incident.Code);
        Assert.Equal(CaseEnding.Completed, scenario.State.Ending);
        Assert.Contains("end", Completed(scenario));
    }

    private static string[] Completed(Scenario scenario) =>
        [.. scenario.Facts.OfType<ElementLeft>().Where(left => left.Into is null).Select(left => scenario.State.Instance(left.Instance)!.Element)];

    private static string EventPart(string id, string definition) => $"""
        <bpmn:subProcess id="{id}" triggeredByEvent="true"><bpmn:startEvent id="{id}-start">{definition}</bpmn:startEvent><bpmn:endEvent id="{id}-inside"/>
        <bpmn:sequenceFlow id="{id}-flow" sourceRef="{id}-start" targetRef="{id}-inside"/></bpmn:subProcess>
        """;
}
