using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Testing;
using static Ninben.Bpmn.Tests.Events;

namespace Ninben.Bpmn.Tests.Elements;

public class ActivityTests
{
    private static string Call(string extensions = "", string process = "other") =>
        $"""<bpmn:callActivity id="call" calledElement="{process}"><bpmn:extensionElements>{extensions}</bpmn:extensionElements></bpmn:callActivity>""";

    private static string Other(string feel) =>
        Models.Process(Models.Row(("work", Models.Script("work", feel, """<ninben:result variable="out"/>"""))), "other");

    private static Scenario Calling(string extensions, ScriptedModels models, string variables = "{}") =>
        Scenario.Given(models.Deploy(Document(Models.Row(("call", Call(extensions)))))).Open("p", variables);

    private static string AdHoc(string inside, string extensions = "", string attributes = "") =>
        Models.Row(("free", $"""<bpmn:adHocSubProcess id="free" {attributes}><bpmn:extensionElements>{extensions}</bpmn:extensionElements>"""
            + $"{inside}</bpmn:adHocSubProcess>"));

    private static string Running(Scenario scenario) =>
        string.Join(' ', scenario.State.Active.Select(instance => instance.Element).Where(element => element != "free"));

    private static Scenario Choose(Scenario scenario, params string[] elements) => scenario.Try(new ChooseActivities(
        scenario.State.Active.Single(instance => instance.Element == "free").Number, [.. elements.Select(element => new AdHocChoice(element, null))]));

    [Fact]
    public void A_call_with_inputs_and_outputs_gives_and_takes_only_those()
    {
        var scenario = Calling("""<ninben:input name="n" value="= total"/><ninben:output name="result" value="= out"/>""", new ScriptedModels()
            .Deploy(Other("if secret = null then n + 1 else 0")), "{total: 4, secret: 7}");

        Assert.Equal(5, scenario.State.Variables["result"].AsNumber());
        Assert.False(scenario.State.Variables.ContainsKey("out"));
        Assert.True(scenario.State.IsClosed);
    }

    [Fact]
    public void A_call_without_inputs_and_outputs_works_on_a_copy_that_comes_back()
    {
        var scenario = Calling("", new ScriptedModels().Deploy(Other("total + 1")), "{total: 4}");

        Assert.Equal(5, scenario.State.Variables["out"].AsNumber());
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData("""<ninben:call version="1"/>""", 1)]
    public void A_call_runs_the_newest_version_or_the_named_one(string extensions, int version)
    {
        var scenario = Calling(extensions, new ScriptedModels().Deploy(Other("1"), 1).Deploy(Other("2"), 2));

        Assert.Equal(version, scenario.Facts.OfType<CallStarted>().Single().Version);
        Assert.Equal(version, scenario.State.Variables["out"].AsNumber());
    }

    [Fact]
    public void A_call_goes_on_in_its_version_when_a_newer_one_is_deployed_meanwhile()
    {
        var models = new ScriptedModels().Deploy(Models.Process(Models.Row(("wait", Models.Job("wait")), ("work", Models.Script("work", "1"))), "other"));
        var scenario = Calling("", models);

        models.Deploy(Models.Process(Models.Row(("wait", Models.Job("wait")), ("work", Models.Script("work", "2"))), "other"), 2);
        scenario.Restart().Answer("wait");

        Assert.Equal(1, scenario.State.Variables["work"].AsNumber());
    }

    [Fact]
    public void A_process_that_is_not_deployed_is_an_incident_until_it_is()
    {
        var models = new ScriptedModels();
        var scenario = Calling("", models);
        Assert.Equal("process-missing", scenario.Incident.Code);

        models.Deploy(Other("1"));
        scenario.When(new RetryIncident(scenario.Incident.Number));

        Assert.True(scenario.State.IsClosed);
    }

    [Fact]
    public void A_process_that_calls_itself_without_end_is_an_incident()
    {
        var scenario = Scenario.Given(new ScriptedModels().Deploy(Document(Models.Row(("call", Call("", "p")))))).Open("p");

        Assert.Equal("call-too-deep", scenario.Incident.Code);
        Assert.Equal(20, scenario.Facts.OfType<CallStarted>().Count());
    }

    [Fact]
    public void An_error_of_the_called_process_is_caught_at_the_call()
    {
        var failing = Models.Process(Models.Start("start") + End("bad", Late) + Models.Flow("start", "bad"), "other");
        var body = Models.Row(("call", Call())) + Boundary("b", "call", Late) + Models.End("mended") + Models.Flow("b", "mended");

        var scenario = Scenario.Given(new ScriptedModels().Deploy(Document(body)).Deploy(failing)).Open("p");

        Assert.Equal("start b mended", string.Join(' ', scenario.State.Instances.Where(instance => instance is { State: InstanceState.Completed, Scope: 0 })
            .Select(instance => instance.Element)));
        Assert.True(scenario.State.IsClosed);
    }

    [Fact]
    public void An_ad_hoc_sub_process_starts_everything_that_nothing_leads_to_and_ends_when_all_has_ended()
    {
        var scenario = Open(AdHoc(Models.Job("a") + Models.Job("b") + Models.Job("c") + Models.Flow("b", "c")));
        Assert.Equal("a b", Running(scenario));

        scenario.Answer("a").Answer("b").Answer("c");

        Assert.True(scenario.State.IsClosed);
    }

    [Fact]
    public void In_an_ad_hoc_sequence_one_runs_after_the_other()
    {
        var scenario = Open(AdHoc(Models.Job("a") + Models.Job("b"), "", "ordering=\"Sequential\""));

        Assert.Equal("a", Running(scenario));
        scenario.Answer("a");
        Assert.Equal("b", Running(scenario));

        Assert.True(scenario.Answer("b").State.IsClosed);
    }

    [Fact]
    public void Persons_choose_what_the_model_leaves_to_them_until_its_condition_holds()
    {
        var scenario = Open(AdHoc(Models.Job("a") + Models.Job("b") + "<bpmn:completionCondition>b = 1</bpmn:completionCondition>",
            """<ninben:adHoc elements="= []"/>"""));
        Assert.Equal("", Running(scenario));

        Choose(scenario, "made_up").ThenRefused("no-such-activity");
        Choose(scenario, "a").Answer("a");
        Choose(scenario, "b").Answer("b", "1");

        Assert.True(scenario.State.IsClosed);
    }

    [Fact]
    public void A_worker_is_asked_again_whenever_nothing_runs_until_it_says_that_it_is_done()
    {
        var scenario = Open(AdHoc(Models.Job("a", "", "tool"), """<ninben:connector type="agent"/>"""));
        var asked = Assert.Single(scenario.Facts.OfType<JobCreated>());
        Assert.Equal("a", asked.Input["tools"].AsList()[0]["element"].AsString());

        scenario.Answer("free", """{elements: [{element: "a", variables: {question: "how much?"}}]}""").Answer("a", "12");
        scenario.Answer("free", "{done: true}");

        Assert.Equal(2, scenario.Facts.OfType<JobCreated>().Count(job => job.Connector == "agent"));
        Assert.True(scenario.State.IsClosed);
    }

    [Theory]
    [InlineData("12")]
    [InlineData("{elements: []}")]
    [InlineData("{elements: [\"made_up\"]}")]
    public void An_answer_of_a_worker_that_names_nothing_to_do_is_an_incident(string answer)
    {
        var scenario = Open(AdHoc(Models.Job("a"), """<ninben:connector type="agent"/>"""));

        scenario.Answer("free", answer);

        Assert.Equal("choice-unusable", scenario.Incident.Code);
    }

    [Fact]
    public void An_activity_waits_for_as_many_tokens_as_it_takes_and_gives_as_many_as_it_says()
    {
        var task = Models.Script("two", "1").Replace("<bpmn:scriptTask", "<bpmn:scriptTask startQuantity=\"2\" completionQuantity=\"3\"",
            StringComparison.Ordinal);
        var body = Models.Start("start") + Models.Parallel("fork") + Models.Script("a", "1") + Models.Script("b", "1") + task
            + Models.Script("each", "1") + Models.Flow("start", "fork")
            + Models.Flow("fork", "a") + Models.Flow("fork", "b") + Models.Flow("a", "two") + Models.Flow("b", "two") + Models.Flow("two", "each");

        var scenario = Open(body);

        Assert.Single(scenario.State.Instances, instance => instance is { Element: "two", State: InstanceState.Completed, Into: null });
        Assert.Equal(3, scenario.State.Instances.Count(instance => instance.Element == "each"));
        Assert.True(scenario.State.IsClosed);
    }

    [Fact]
    public void Inputs_are_for_the_activity_alone_and_outputs_are_written_outside()
    {
        var task = Models.Job("a", """<ninben:input name="n" value="= total * 2"/><ninben:output name="kept" value="= n + a"/><ninben:result variable="a"/>""");
        var scenario = Open(Models.Row(("a", task)), "{total: 4}");

        scenario.Answer("a", "1");

        Assert.Equal(9, scenario.State.Variables["kept"].AsNumber());
        Assert.False(scenario.State.Variables.ContainsKey("n"));
    }

    [Fact]
    public void Receive_and_send_tasks_speak_to_each_other_and_a_manual_task_lets_the_token_pass()
    {
        var send = """<bpmn:sendTask id="send" messageRef="paid"><bpmn:extensionElements><ninben:message payload="= 5" timeToLive="PT1H"/>"""
            + "</bpmn:extensionElements></bpmn:sendTask>";
        var receive = """<bpmn:receiveTask id="receive" messageRef="paid"/>""";
        var world = new World(new ScriptedModels().Deploy(Document(Models.Row(("send", send), ("m", """<bpmn:manualTask id="m"/>"""), ("receive", receive)))));

        var state = world.Open("p", Ninben.Feel.FeelContext.Empty);

        Assert.True(state.IsClosed);
        Assert.Equal(5, state.Variables["receive"].AsNumber());
    }
}
