using System.Text;
using Ninben.Bpmn.Cases.Facts;
using static Ninben.Bpmn.Tests.Events;

namespace Ninben.Bpmn.Tests.Elements;

/// <summary>What other tools write, and what it means here.</summary>
public class ForeignModelTests
{
    private const string Spaces = "xmlns:zeebe=\"http://camunda.org/schema/zeebe/1.0\" xmlns:activiti=\"http://activiti.org/bpmn\" xmlns:ninben";


    private static Ninben.Testing.Scenario Play(string body, string variables = "{}") => Ninben.Testing.Scenario.Given(new Ninben.Testing.ScriptedModels()
        .Deploy(Document(body).Replace("xmlns:ninben", Spaces,
            StringComparison.Ordinal))).Open("p", variables);

    private static string Chosen(string condition, string variables)
    {
        var body = Models.Start("start") + Models.Exclusive("which", "no") + Models.End("yes_end") + Models.End("no_end") + Models.Flow("start", "which")
            + Models.Flow("which", "yes_end", condition.Replace("&", "&amp;", StringComparison.Ordinal)) + Models.Flow("which", "no_end", null, "no");
        return Trace(Play(body, variables)).Split(' ')[^1];
    }

    [Theory]
    [InlineData("${approved}", "{approved: true}", true)]
    [InlineData("${!approved}", "{approved: true}", false)]
    [InlineData("#{ total >= 10 && kind == 'large' }", "{total: 12, kind: \"large\"}", true)]
    [InlineData("${order.total lt 10 or !done}", "{order: {total: 12}, done: false}", true)]
    [InlineData("${!(a == 1)}", "{a: 1}", false)]
    [InlineData("bpmn:getDataObject('total') = 12", "{total: 12}", true)]
    [InlineData("not(bpmn:getDataObject('kind') = 'large')", "{kind: \"large\"}", false)]
    public void Conditions_of_other_languages_are_said_in_feel(string condition, string variables, bool holds) =>
        Assert.Equal(holds ? "yes_end" : "no_end", Chosen(condition, variables));

    [Theory]
    [InlineData("${bean.check(total)}")]
    [InlineData("${a ? b : c}")]
    [InlineData("${list[0]}")]
    public void What_cannot_be_said_in_feel_is_refused_with_its_place(string condition)
    {
        var body = Models.Row() + "\n" + Models.End("other") + Models.Flow("start", "other", condition, "f");

        var reading = BpmnReader.Read(Encoding.UTF8.GetBytes(Document(body)), "m.bpmn");

        var found = reading.Diagnostics.First(diagnostic => diagnostic.Code == "expression-language");
        Assert.Equal(("f", true), (found.Location.Element, found.Location.Line > 1));
        Assert.Contains(condition, found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_worker_of_zeebe_answers_with_variables_and_its_mapping_says_which_go_outside()
    {
        var task = """
            <bpmn:serviceTask id="a"><bpmn:extensionElements><zeebe:taskDefinition type="mail"/><zeebe:ioMapping>
            <zeebe:input source="= name" target="to.name"/><zeebe:input source="x@example.org" target="to.email"/>
            <zeebe:output source="= number + 1" target="sent.number"/></zeebe:ioMapping></bpmn:extensionElements></bpmn:serviceTask>
            """;
        var scenario = Play(Models.Row(("a", task)), "{name: \"Ada\"}");
        var job = scenario.Facts.OfType<JobCreated>().Single();
        Assert.Equal(("mail", "{to: {name: \"Ada\", email: \"x@example.org\"}}"), (job.Connector, job.Input.ToString()));

        scenario.Answer("a", "{number: 4, secret: 5}");

        Assert.Equal("{number: 5}", scenario.State.Variables["sent"].ToString());
        Assert.False(scenario.State.Variables.ContainsKey("secret"));
    }

    [Fact]
    public void A_worker_of_zeebe_gets_its_headers_and_as_many_attempts_as_its_retries()
    {
        var task = """
            <bpmn:serviceTask id="a"><bpmn:extensionElements><zeebe:taskDefinition type="mail" retries="5"/><zeebe:taskHeaders>
            <zeebe:header key="template" value="welcome"/><zeebe:header key="lang" value="de"/></zeebe:taskHeaders></bpmn:extensionElements></bpmn:serviceTask>
            """;

        var job = Play(Models.Row(("a", task))).Facts.OfType<JobCreated>().Single();

        Assert.Equal((5, "{taskHeaders: {template: \"welcome\", lang: \"de\"}}"), (job.Attempts, job.Input.ToString()));
    }

    [Theory]
    [InlineData("", "{amount: 4, note: \"x\"}", "amount note")]
    [InlineData("""<zeebe:ioMapping><zeebe:output source="= amount * 2" target="twice"/></zeebe:ioMapping>""", "{amount: 4, note: \"x\"}", "twice")]
    [InlineData("""<ninben:result variable="all"/>""", "{amount: 4, note: \"x\"}", "all")]
    [InlineData("", "4", "wait")]
    public void What_a_message_of_zeebe_brings_becomes_variables(string extensions, string payload, string expected)
    {
        var body = Models.Row(("wait", Catch("wait", """<bpmn:messageEventDefinition messageRef="kept"/>""", extensions)));
        var shared = """
            <bpmn:message id="kept" name="kept"><bpmn:extensionElements>
              <zeebe:subscription correlationKey="= &quot;k&quot;"/>
            </bpmn:extensionElements></bpmn:message>
            """;
        var scenario = Ninben.Testing.Scenario.Given(new Ninben.Testing.ScriptedModels().Deploy(Document(body, shared)
            .Replace("xmlns:ninben", Spaces, StringComparison.Ordinal))).Open("p", "{}");

        scenario.Receive(payload);

        Assert.Equal(expected, string.Join(' ', scenario.State.Variables.Select(pair => pair.Key)));
    }

    [Theory]
    [InlineData("", """<zeebe:assignmentDefinition assignee="mara"/>""", "mara")]
    [InlineData("", """<zeebe:assignmentDefinition assignee="= boss" candidateUsers="ada, ben"/>""", "ada")]
    [InlineData("", """<zeebe:assignmentDefinition assignee="mara" candidateGroups="clerks"/>""", "clerks")]
    [InlineData("activiti:assignee=\"${boss}\"", "", "carla")]
    [InlineData("activiti:candidateUsers=\"ben\" activiti:assignee=\"${boss}\"", "", "ben")]
    [InlineData("activiti:assignee=\"${users.find(boss)}\"", "", null)]
    public void Whoever_is_named_alone_is_a_group_of_one_and_comes_after_groups(string attributes, string extensions, string? group)
    {
        var task = $"""<bpmn:userTask id="ask" {attributes}><bpmn:extensionElements>{extensions}</bpmn:extensionElements></bpmn:userTask>""";

        Assert.Equal(group, Play(Models.Row(("ask", task)), "{boss: \"carla\"}").Review.Group);
    }

    [Fact]
    public void Without_a_mapping_every_variable_of_the_worker_goes_outside()
    {
        var task = """<bpmn:serviceTask id="a"><bpmn:extensionElements><zeebe:taskDefinition type="mail"/></bpmn:extensionElements></bpmn:serviceTask>""";

        var scenario = Play(Models.Row(("a", task))).Answer("a", "{number: 4, kind: \"x\"}");

        Assert.Equal("{number: 4, kind: \"x\"}", Ninben.Feel.FeelValue.From(scenario.State.Variables).ToString());
    }

    [Fact]
    public void A_message_that_a_worker_sends_is_waited_for()
    {
        var end = """<bpmn:endEvent id="told"><bpmn:extensionElements><zeebe:taskDefinition type="tell"/></bpmn:extensionElements>"""
            + "<bpmn:messageEventDefinition/></bpmn:endEvent>";
        var scenario = Play(Models.Start("start") + end + Models.Flow("start", "told"));
        Assert.False(scenario.State.IsClosed);

        scenario.Answer("told");

        Assert.True(scenario.State.IsClosed);
    }

    [Theory]
    [InlineData("activiti:delegateExpression=\"#{archiveService}\"", "archiveService")]
    [InlineData("activiti:class=\"org.example.Archive\"", "org.example.Archive")]
    [InlineData("activiti:topic=\"archive\" activiti:type=\"external\"", "archive")]
    public void What_does_the_work_elsewhere_is_the_name_of_the_connector_here(string attributes, string connector)
    {
        var scenario = Play(Models.Row(("a", $"""<bpmn:serviceTask id="a" {attributes}/>""")));

        Assert.Equal(connector, scenario.Facts.OfType<JobCreated>().Single().Connector);
    }
}
