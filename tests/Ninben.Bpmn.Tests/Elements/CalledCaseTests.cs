using Ninben.Bpmn.Cases;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Bpmn.Elements.CallActivities;
using Ninben.Feel;
using Ninben.Oversight.Reviews;
using Ninben.Testing;
using static Ninben.Bpmn.Tests.Events;

namespace Ninben.Bpmn.Tests.Elements;

/// <summary>Calls that have a case of their own.</summary>
public class CalledCaseTests
{
    private const string Own = """<ninben:call case="own"/>""";

    private static string Call(string extensions = Own, string inside = "", string process = "other") =>
        $"""<bpmn:callActivity id="call" calledElement="{process}"><bpmn:extensionElements>{extensions}</bpmn:extensionElements>{inside}</bpmn:callActivity>""";

    private static string Other(string feel = "n + 1") =>
        Models.Process(Models.Row(("work", Models.Script("work", feel, """<ninben:result variable="out"/>"""))), "other");

    private static string Waiting { get; } = Models.Process(Models.Row(("wait", Models.Job("wait"))), "other");

    private static string Failing { get; } = Models.Process(Models.Start("start") + End("bad", Late) + Models.Flow("start", "bad"), "other");

    private static World Given(string body, string other) => new(new ScriptedModels().Deploy(Document(body)).Deploy(other));

    private static CaseState Open(World world, string variables = "{n: 4}") => world.Open("p", People.Feel(variables).AsContext());

    private static CaseState Called(World world) => world.Cases.Last(state => state.Caller is not null);

    private static IncidentItem Incident(CaseState state) => state.Incidents.Single(incident => incident.IsOpen);

    private static void Answer(World world, CaseState state, string output = "null") =>
        world.Give(state, new CompleteJob(state.Jobs.Single(job => job.State == WorkState.Waiting).Number, 1, People.Feel(output)));

    [Fact]
    public void A_called_case_has_its_own_facts_and_gives_back_what_the_call_takes()
    {
        var world = Given(Models.Row(("call", Call(Own + """<ninben:input name="n" value="= total"/><ninben:output name="result" value="= out"/>"""))),
            Other("if secret = null then n + 1 else 0"));

        var state = Open(world, "{total: 4, secret: 7}");

        Assert.Equal(5, state.Variables["result"].AsNumber());
        Assert.False(state.Variables.ContainsKey("out"));
        Assert.True(state.IsClosed);
        Assert.Equal(("other", new CallingCase(state.Id.Value, 3, 1)), (Called(world).Process, Called(world).Caller));
        Assert.DoesNotContain(state.Instances, instance => instance.Element == "work");
    }

    [Fact]
    public void Without_inputs_and_outputs_it_works_on_a_copy_that_comes_back()
    {
        var state = Open(Given(Models.Row(("call", Call())), Other()));

        Assert.Equal(5, state.Variables["out"].AsNumber());
    }

    [Fact]
    public void The_call_waits_as_long_as_the_called_case_and_survives_a_restart()
    {
        var scenario = Scenario.Given(new ScriptedModels().Deploy(Document(Models.Row(("call", Call())))).Deploy(Waiting)).Open("p", "{n: 4}");
        var asked = Assert.Single(scenario.Facts.OfType<CallRequested>());
        Assert.Equal(("other", 1, 1, "{n: 4}"), (asked.Process, asked.Version, asked.Depth, asked.Variables.ToString()));

        scenario.Restart().Answer("call", "{wait: 9}");

        Assert.Equal(9, scenario.State.Variables["wait"].AsNumber());
        Assert.True(scenario.State.IsClosed);
    }

    [Fact]
    public void An_error_that_nothing_catches_ends_the_called_case_and_is_caught_at_the_call()
    {
        var world = Given(Models.Row(("call", Call())) + Boundary("b", "call", Late) + Models.End("mended") + Models.Flow("b", "mended"), Failing);

        var state = Open(world);

        Assert.Contains(state.Instances, instance => instance is { Element: "mended", State: InstanceState.Completed });
        Assert.Equal(CaseEnding.Completed, state.Ending);
        Assert.Equal((CaseEnding.Terminated, 0), (Called(world).Ending, Called(world).Active.Count));
    }

    [Fact]
    public void An_error_that_the_caller_does_not_catch_either_is_its_incident_and_a_retry_opens_another_case()
    {
        var world = Given(Models.Row(("call", Call())), Failing);
        var state = Open(world);
        Assert.Equal("error-uncaught", Incident(state).Code);

        world.Give(state, new RetryIncident(Incident(state).Number));

        Assert.Equal(2, world.Cases.Count(one => one.Caller is not null));
        Assert.Equal("error-uncaught", Incident(state).Code);
    }

    [Fact]
    public void A_called_case_that_a_person_cancels_is_an_incident_of_the_caller()
    {
        var world = Given(Models.Row(("call", Call())), Waiting);
        var state = Open(world);

        world.Give(Called(world), new CancelCase("not needed"));

        Assert.Equal("job-failed", Incident(state).Code);
        Assert.Contains("not needed", Incident(state).Message, StringComparison.Ordinal);
        world.Give(state, new RetryIncident(Incident(state).Number));
        Answer(world, Called(world));
        Assert.True(state.IsClosed);
    }

    [Fact]
    public void A_called_case_that_terminates_has_done_its_work()
    {
        var terminating = Models.Process(Models.Start("start") + Models.Terminate("stop") + Models.Flow("start", "stop"), "other");

        Assert.Equal(CaseEnding.Completed, Open(Given(Models.Row(("call", Call())), terminating)).Ending);
    }

    [Fact]
    public void An_interrupted_call_cancels_the_case_that_it_opened()
    {
        var world = Given(Models.Row(("call", Call())) + Boundary("late", "call", Hour) + Models.End("given_up") + Models.Flow("late", "given_up"), Waiting);
        var state = Open(world);

        world.Pass(TimeSpan.FromHours(1));

        Assert.True(state.IsClosed);
        Assert.Equal(CaseEnding.Cancelled, Called(world).Ending);
    }

    [Fact]
    public void Cancelling_the_caller_cancels_the_case_that_it_opened_and_no_other()
    {
        var world = Given(Models.Row(("call", Call())), Waiting);
        var (first, second) = (Open(world), Open(world));

        world.Give(first, new CancelCase("a duplicate"));

        Assert.Equal([true, false], world.Cases.Where(state => state.Caller is not null).Select(state => state.IsClosed));
        Assert.False(second.IsClosed);
    }

    [Fact]
    public void A_case_that_was_called_off_before_it_was_opened_cannot_be_opened_any_more()
    {
        var scenario = Scenario.Given(new ScriptedModels().Deploy(Document(Models.Row(("call", Call("", "", "p"))))));
        var call = new CallRequested(3, 2, Scenario.Id.Value, "p", 1, new string('f', 64), 1, FeelContext.Empty);

        scenario.When(CalledCase.OpenWithdrawn(Scenario.Id, call)).Then("case.opened", "call.answered", "case.closed");

        scenario.Try(CalledCase.Open(Scenario.Id, null, call)).ThenRefused("case-exists");
        Assert.Equal(CaseEnding.Cancelled, scenario.State.Ending);
    }

    [Fact]
    public void What_arrives_while_the_caller_is_suspended_waits_until_it_is_resumed()
    {
        var world = Given(Models.Row(("call", Call())), Waiting);
        var state = Open(world);
        world.Give(state, new SuspendCase("a look"));

        Answer(world, Called(world), "9");
        Assert.False(state.IsClosed);
        world.Give(state, new ResumeCase(null));

        Assert.True(state.IsClosed);
        Assert.Equal(9, state.Variables["wait"].AsNumber());
    }

    [Fact]
    public void A_repeated_call_opens_a_case_for_each_item()
    {
        const string loop = """
            <bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements>
              <ninben:loop collection="= [1, 2, 3]" item="n" outputCollection="all" output="= out"/>
            </bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>
            """;

        var world = Given(Models.Row(("call", Call(Own, loop))), Other());
        var state = Open(world, "{}");

        Assert.Equal("[2, 3, 4]", state.Variables["all"].ToString());
        Assert.Equal(3, world.Cases.Count(one => one.Caller is not null));
    }

    [Fact]
    public void A_process_that_calls_itself_without_end_stops_at_the_same_depth_as_inside_one_case()
    {
        var world = new World(new ScriptedModels().Deploy(Document(Models.Row(("call", Call(Own, "", "p"))))));

        Open(world);

        Assert.Equal(21, world.Cases.Count);
        Assert.Equal("call-too-deep", Incident(world.Cases.Last()).Code);
    }

    [Theory]
    [InlineData("", false, 1)]
    [InlineData("", true, 0)]
    [InlineData("""<ninben:call case="same"/>""", false, 0)]
    public void A_case_that_has_become_large_opens_others_unless_the_call_runs_inside_or_escalations_are_waited_for(string extensions, bool hears, int opened)
    {
        const string loop = """
            <bpmn:multiInstanceLoopCharacteristics isSequential="true"><bpmn:loopCardinality>1800</bpmn:loopCardinality>
            </bpmn:multiInstanceLoopCharacteristics>
            """;
        static string Many(string id) => Models.Script(id, "1").Replace("</bpmn:scriptTask>", loop + "</bpmn:scriptTask>", StringComparison.Ordinal);
        var hearing = hears ? Boundary("told", "call", Costly) + Models.End("heard") + Models.Flow("told", "heard") : "";
        var row = Models.Row(("a", Many("a")), ("wait", Models.Job("wait")), ("b", Many("b")), ("call", Call(extensions)));
        var world = Given(row + hearing, Other());
        var state = Open(world);

        Answer(world, state);

        Assert.True(state.IsClosed);
        Assert.Equal(5, state.Variables["out"].AsNumber());
        Assert.Equal(opened, world.Cases.Count(one => one.Caller is not null));
    }

    [Fact]
    public void A_verdict_cannot_be_taken_back_when_a_case_was_opened_after_it()
    {
        var scenario = Scenario.Given(new ScriptedModels().Deploy(Document(Models.Row(("ask", Models.User("ask")), ("call", Call())))).Deploy(Waiting))
            .Open("p", "{n: 4}");
        var review = scenario.Review;
        scenario.When(new GiveVerdict(review.Number, People.Mara, People.Say(VerdictKind.Approve, review.Shown)));

        scenario.Try(new UndoVerdict(review.Number, People.Mara));

        Assert.Contains("has called another case", scenario.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_that_is_neither_own_nor_same_is_refused()
    {
        var fault = Assert.Throws<ScenarioException>(() => new ScriptedModels().Deploy(Document(Models.Row(("call", Call("""<ninben:call case="new"/>"""))))));

        Assert.Contains("own or same, found 'new'", fault.Message, StringComparison.Ordinal);
    }
}
