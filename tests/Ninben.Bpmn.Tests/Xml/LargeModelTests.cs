using System.Text;

namespace Ninben.Bpmn.Tests.Xml;

/// <summary>Thousands of one thing in one model: looked up and not searched for, or these tests would take minutes, or all memory.</summary>
public class LargeModelTests
{
    private static readonly (string Name, Func<string> Xml)[] s_models =
    [
        ("links by name", () => Row(4_000, i => Link("Throw", $"t{i}", $"l{i}") + Link("Catch", $"c{i}", $"l{i}"), i => ($"t{i}", $"c{i}"))),
        ("links by reference to one place", () => Fan(7_000, i => Link("Throw", $"t{i}", "l", $"d{i}", "<bpmn:target>d</bpmn:target>"))
            + Link("Catch", "c", "l", "d", Many(7_000, i => $"<bpmn:source>d{i}</bpmn:source>")) + Models.End("over") + Models.Flow("c", "over")),
        ("gateways that look ahead", () => Row(5_000, i => $"""<bpmn:inclusiveGateway id="a{i}"/><bpmn:inclusiveGateway id="b{i}"/>"""
            + Flow($"a{i}", $"b{i}", "x") + Flow($"a{i}", $"b{i}", "y"), i => ($"a{i}", $"b{i}"))),
        ("parallel ways", () => Fan(9_000, i => $"""<bpmn:task id="t{i}"/>""" + Models.Flow($"t{i}", "join")) + """<bpmn:parallelGateway id="join"/>"""),
        ("sub-processes", () => Row(9_000, i => $"""<bpmn:subProcess id="s{i}"><bpmn:startEvent id="i{i}"/></bpmn:subProcess>""", i => ($"s{i}", $"s{i}"))),
        ("event sub-processes", () => Row(1, _ => """<bpmn:task id="t"/>""", _ => ("t", "t")) + Many(9_000, i =>
            $"""<bpmn:subProcess id="s{i}" triggeredByEvent="true"><bpmn:startEvent id="i{i}">{Hour}</bpmn:startEvent></bpmn:subProcess>""")),
        ("boundary events of one task", () => Row(1, _ => """<bpmn:task id="t"/>""", _ => ("t", "t")) + Many(8_000, i =>
            $"""<bpmn:boundaryEvent id="b{i}" attachedToRef="t">{Hour}</bpmn:boundaryEvent>""" + Models.Flow($"b{i}", "end"))),
        ("messages", () => Row(9_000, i => $"""<bpmn:receiveTask id="t{i}" messageRef="m{i}"/>""", i => ($"t{i}", $"t{i}"))),
        ("tasks in lanes", () => "<bpmn:laneSet>" + Many(9_000, i => $"""<bpmn:lane id="l{i}"><bpmn:flowNodeRef>t{i}</bpmn:flowNodeRef></bpmn:lane>""")
            + "</bpmn:laneSet>" + Row(9_000, i => $"""<bpmn:userTask id="t{i}"/>""", i => ($"t{i}", $"t{i}"))),
        ("approvals", () => Row(6_000, i => i < 3_000 ? $"""<bpmn:userTask id="t{i}"/>""" : Action($"t{i}", $"t{i - 3_000}"), i => ($"t{i}", $"t{i}"))),
        ("calls", () => Row(9_000, i => $"""<bpmn:callActivity id="t{i}" calledElement="elsewhere"/>""", i => ($"t{i}", $"t{i}"))),
    ];

    private const string Hour = "<bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>";

    public static TheoryData<int, string> Large => [.. s_models.Select((model, at) => (at, model.Name))];

    [Theory]
    [MemberData(nameof(Large))]
    public void A_model_with_thousands_of_one_thing_is_read_and_checked(int number, string name)
    {
        var xml = Models.Process(s_models[number].Xml())
            .Replace("<bpmn:process", Many(9_000, i => $"""<bpmn:message id="m{i}" name="m{i}"/>""") + "<bpmn:process", StringComparison.Ordinal);

        var reading = BpmnReader.Read(Encoding.UTF8.GetBytes(xml));

        Assert.True(reading.Processes is [{ Elements.Count: > 2_900 }], $"{name}: {string.Join('\n', reading.Diagnostics.Take(3))}");
        Assert.DoesNotContain(reading.Diagnostics, found => found.Code is "unreachable" or "approver-not-before");
    }

    [Fact]
    public void An_approval_that_only_a_way_around_the_approver_leads_to_is_found_whatever_was_looked_at_before()
    {
        // 'late' leaves 'first' before it approved. Everything after 'second' is known when 'first' is looked at, and leads back to it.
        var body = Models.Row(("first", Models.User("first")), ("second", Models.User("second")), ("sent", Action("sent", "second")))
            + Models.Flow("second", "first") + Models.Timer("late", "first", "PT1H") + Action("unasked", "first") + Models.Flow("late", "unasked");

        var found = BpmnReader.Read(Encoding.UTF8.GetBytes(Models.Process(body))).Diagnostics;

        Assert.Equal("unasked", Assert.Single(found, diagnostic => diagnostic.Code == "approver-not-before").Location.Element);
    }

    [Fact]
    public void A_text_in_pieces_is_one_text_at_the_place_where_it_begins()
    {
        const string script = "<bpmn:script>1 +<!-- x -->  <![CDATA[2]]> +</bpmn:script>";
        var xml = Models.Process(Models.Row(("a", $"""<bpmn:scriptTask id="a" scriptFormat="feel">{script}</bpmn:scriptTask>""")));

        var fault = Assert.Single(BpmnReader.Read(Encoding.UTF8.GetBytes(xml)).Diagnostics, found => found.Code == "feel-syntax");

        Assert.Equal(xml.Split('\n').ToList().FindIndex(line => line.Contains("<!-- x", StringComparison.Ordinal)) + 1, fault.Location.Line);
    }

    private static string Many(int count, Func<int, string> part) => string.Concat(Enumerable.Range(0, count).Select(part));

    /// <summary>Parts one after the other; the flow enters each at its first id and leaves it at its last.</summary>
    private static string Row(int count, Func<int, string> part, Func<int, (string In, string Out)> ends) =>
        Models.Start("start") + Models.End("end") + Models.Flow("start", ends(0).In) + Many(count, part)
        + Many(count, i => Models.Flow(ends(i).Out, i + 1 < count ? ends(i + 1).In : "end"));

    /// <summary>A parallel gateway before each of the parts, whose ids are t0, t1 and so on.</summary>
    private static string Fan(int count, Func<int, string> part) =>
        Models.Start("start") + """<bpmn:parallelGateway id="fork"/>""" + Models.Flow("start", "fork")
        + Many(count, i => part(i) + Models.Flow("fork", $"t{i}"));

    private static string Flow(string from, string to, string mark) => Models.Flow(from, to, "x > 1", $"{from}_{mark}");

    private static string Link(string way, string id, string name, string? definition = null, string partners = "") =>
        $"""<bpmn:intermediate{way}Event id="{id}"><bpmn:linkEventDefinition id="{definition ?? "d" + id}" name="{name}">{partners}"""
        + $"""</bpmn:linkEventDefinition></bpmn:intermediate{way}Event>""";

    private static string Action(string id, string approver) => $"""<bpmn:serviceTask id="{id}"><bpmn:extensionElements>"""
        + $"""<ninben:action connector="http" approvedBy="{approver}"/></bpmn:extensionElements></bpmn:serviceTask>""";
}
