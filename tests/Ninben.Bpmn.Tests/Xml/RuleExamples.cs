namespace Ninben.Bpmn.Tests.Xml;

/// <summary>For every rule a small model that breaks it and one that keeps it.</summary>
internal static partial class RuleExamples
{
    private const string Typed = """
        <bpmn:itemDefinition id="text" structureRef="xsd:string"/><bpmn:itemDefinition id="number" structureRef="xsd:int"/>
        <bpmn:itemDefinition id="texts" structureRef="xsd:string" isCollection="true"/><bpmn:message id="m" name="m" itemRef="text"/>
        <bpmn:interface id="if"><bpmn:operation id="op"><bpmn:inMessageRef>m</bpmn:inMessageRef></bpmn:operation></bpmn:interface>
        """;

    public static IReadOnlyList<RuleExample> All { get; } = [.. Structure, .. Events, .. Activities, .. Values, .. Ours];

    private static RuleExample[] Structure =>
    [
        new("duplicate-id", Models.Row() + Task("start"), Models.Row(("a", Task("a")))),
        new("dangling-reference", Models.Row() + """<bpmn:sequenceFlow id="f" sourceRef="start"/>""", Models.Row()),
        new("dangling-reference", Choice("""default="into" """) + Models.Flow("start", "g", id: "into"), Choice("""default="g_end" """)
            + Models.Flow("start", "g")),
        new("dangling-reference", Models.Row(("a", Task("a"))) + """<bpmn:boundaryEvent id="b"><bpmn:errorEventDefinition/></bpmn:boundaryEvent>""",
            Models.Row(("a", Task("a"))) + Models.Error("b", "a") + Ends("b")),
        new("wrong-reference", Models.Row() + """<bpmn:group id="g"/>""" + Models.Flow("start", "g"), Models.Row() + """<bpmn:group id="g"/>"""),
        new("flow-crosses-scope", Models.Row(("s", Models.Sub("s", Models.Short("x")))) + Models.Flow("start", "endx"),
            Models.Row(("s", Models.Sub("s", Models.Short("x"))))),
        new("flow-crosses-scope", Models.Row() + Models.Flow("start", "other"), Models.Row())
        {
            Before = """<bpmn:process id="q" isExecutable="true"><bpmn:endEvent id="other"/></bpmn:process>""",
        },
        new("flow-not-immediate", Models.Row() + """<bpmn:sequenceFlow id="f" sourceRef="start" targetRef="end" isImmediate="false"/>""", Models.Row()),
        new("no-start", Models.End("end"), Models.Row()),
        new("several-starts", Models.Row() + Models.Start("again") + Models.Flow("again", "end"), Models.Row()),
        new("no-incoming", Models.Row() + Task("lost") + Models.Flow("lost", "end"), Models.Row() + Handler("lost")),
        new("no-incoming", Models.Row(("s", Models.Sub("s", Models.Short("x") + Task("lost") + Models.Flow("lost", "endx")))),
            Models.Row(("s", AdHoc("s", Task("lost"))))),
        new("no-outgoing", Models.Row() + Task("lost") + Models.Flow("start", "lost"), Models.Row(("s", EventSub("x") + Task("s")))),
        new("unreachable", Models.Row() + Task("one") + Task("two") + Models.Flow("one", "two") + Models.Flow("two", "one") + Models.Flow("two", "end",
            id: "f"),
            Models.Row(("one", Link("one", "Throw", "x"))).Replace(Models.Flow("one", "end"), "", StringComparison.Ordinal)
                + Link("two", "Catch", "x") + Models.Flow("two", "end")),
        new("join-cannot-fire", Join() + Task("c") + Task("d") + Models.Flow("c", "d") + Models.Flow("d", "c") + Models.Flow("d", "j"), Join()),
        new("join-after-choice", Join().Replace("parallelGateway id=\"s\"", "exclusiveGateway id=\"s\"", StringComparison.Ordinal), Join()),
        new("gateway-direction", Choice("""gatewayDirection="Converging" """) + Models.Flow("start", "g") + Models.Flow("g", "end", id: "f"),
            Choice("""gatewayDirection="Diverging" """) + Models.Flow("start", "g") + Models.Flow("g", "end", id: "f")),
        new("gateway-direction", Choice("""gatewayDirection="Mixed" """) + Models.Flow("start", "g"), Choice("") + Models.Flow("start", "g")),
        new("default-with-condition", Choice("""default="d" """) + Models.Flow("start", "g") + Models.Flow("g", "end", "x", "d"),
            Choice("""default="d" """) + Models.Flow("start", "g") + Models.Flow("g", "end", id: "d")),
        new("no-default", Options("inclusiveGateway", "", "x"), Options("inclusiveGateway", "default=\"two\"", null)),
        new("no-default", Options("exclusiveGateway", "", "x"), Options("exclusiveGateway", "default=\"two\"", null)),
        new("flow-without-condition", Options("exclusiveGateway", "", null, null), Options("exclusiveGateway", "default=\"two\"", null)),
        new("condition-ignored", Options("parallelGateway", "", "x"), Options("parallelGateway", "", null, null)),
        new("message-flow-end", Models.Row(), Models.Row()) { BrokenBefore = Pools("them", "note"), Before = Pools("them", "p1") },
        new("message-flow-direction", Models.Row(), Models.Row()) { BrokenBefore = Pools("start", "them"), Before = Pools("end", "them") },
        new("message-flow-inside-pool", Models.Row(("a", Task("a")), ("b", Task("b"))), Models.Row(("a", Task("a"))))
        {
            BrokenBefore = Pools("a", "b"), Before = Pools("a", "them"),
        },
        new("participant-multiplicity", Models.Row(), Models.Row())
        {
            BrokenBefore = Crowd(3, 2), Before = Crowd(0, 2),
        },
        new("global-conversation-content", Models.Row(), Models.Row())
        {
            BrokenBefore = """<bpmn:globalConversation id="c"><bpmn:conversation id="x"/></bpmn:globalConversation>""",
            Before = """<bpmn:collaboration id="c"><bpmn:conversation id="x"/></bpmn:collaboration>""",
        },
    ];

    private static RuleExample[] Activities =>
    [
        new("two-loop-markers", Models.Row(("a", Task("a", "<bpmn:standardLoopCharacteristics/><bpmn:multiInstanceLoopCharacteristics/>"))),
            Models.Row(("a", Task("a", "<bpmn:standardLoopCharacteristics/>")))),
        new("token-quantity", Models.Row(("a", """<bpmn:task id="a" startQuantity="0"/>""")), Models.Row(("a", """<bpmn:task id="a" startQuantity="2"/>"""))),
        new("negative-cardinality", Models.Row(("a", Task("a", Loop("-1")))), Models.Row(("a", Task("a", Loop("3"))))),
        new("calls-itself", Models.Row(("a", Call("p"))), Models.Row(("g", Models.Exclusive("g", "f")), ("a", Call("p"))) + Models.Flow("g", "end", id: "f")),
        new("event-sub-process-flow", Models.Row(("x", EventSub("x"))), Models.Row() + EventSub("x")),
        new("event-sub-process-start", Models.Row() + EventSub("x", ""), Models.Row() + EventSub("x")),
        new("ad-hoc-content", Models.Row(("s", AdHoc("s", Task("a") + Models.End("e")))), Models.Row(("s", AdHoc("s", Task("a"))))),
        new("ad-hoc-empty", Models.Row(("s", AdHoc("s", ""))), Models.Row(("s", AdHoc("s", Task("a"))))),
        new("choreography-in-process", Models.Row(("a", """<bpmn:choreographyTask id="a"/>""")), Models.Row(("a", Task("a")))),
        new("compensation-in-flow", Models.Row(("a", Handler("a"))), Models.Row() + Handler("a")),
        new("compensation-in-flow", Compensated("h", Handler("h")) + Ends("b"), Compensated("h", Handler("h"))),
        new("compensation-handler", Compensated("h", Task("h")), Compensated("h", Handler("h"))),
        new("compensation-handler", Compensated("nothing", ""), Compensated("h", Handler("h"))),
        new("resource-named-twice", Models.Row(("a", Task("a", Performer("<bpmn:resourceRef>r</bpmn:resourceRef>")))), Models.Row(("a", Task("a",
            Performer("")))))
        {
            Before = """<bpmn:resource id="r" name="r"/>""",
        },
    ];

    private static string Task(string id, string inner = "") => $"""<bpmn:task id="{id}">{inner}</bpmn:task>""";

    private static string Handler(string id) => $"""<bpmn:task id="{id}" isForCompensation="true"/>""";

    private static string Call(string process) => $"""<bpmn:callActivity id="a" calledElement="{process}"/>""";

    private static string Loop(string cardinality) =>
        $"<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>{cardinality}</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>";

    private static string Performer(string inner) => $"""<bpmn:performer id="who">{inner}<bpmn:resourceAssignmentExpression>"""
        + "<bpmn:formalExpression>mara</bpmn:formalExpression></bpmn:resourceAssignmentExpression></bpmn:performer>";

    private static string AdHoc(string id, string body) => $"""<bpmn:adHocSubProcess id="{id}">{body}</bpmn:adHocSubProcess>""";

    private static string EventSub(string id, string? start = null) =>
        $"""<bpmn:subProcess id="{id}" triggeredByEvent="true">{start ?? Event("startEvent", $"start{id}", Trigger("signal"))}{Task($"task{id}")}"""
            + (start is null ? Models.Flow($"start{id}", $"task{id}") : "") + "</bpmn:subProcess>";

    private static string Event(string kind, string id, string trigger,
        string attributes = "") => $"""<bpmn:{kind} id="{id}" {attributes}>{trigger}</bpmn:{kind}>""";

    private static string Trigger(string kind, string inner = "") => $"<bpmn:{kind}EventDefinition>{inner}</bpmn:{kind}EventDefinition>";

    private static string Link(string id, string direction, string name) =>
        $"""<bpmn:intermediate{direction}Event id="{id}"><bpmn:linkEventDefinition id="{id}_link" name="{name}"/></bpmn:intermediate{direction}Event>""";

    /// <summary>An end of its own for an element.</summary>
    private static string Ends(string id) => Models.End($"after_{id}") + Models.Flow(id, $"after_{id}");

    private static string Compensated(string handler, string xml) => Models.Row(("a", Task("a"))) + xml
        + Event("boundaryEvent", "b", Trigger("compensate"), "attachedToRef=\"a\"")
        + (xml.Length == 0 ? "" : $"""<bpmn:association id="as" sourceRef="b" targetRef="{handler}"/>""");

    private static string Choice(string attributes) => Models.Start("start") + $"""<bpmn:exclusiveGateway id="g" {attributes}/>""" + Models.End("end")
        + Models.Flow("g", "end");

    /// <summary>A gateway with two ways out; the conditions of the first and of the second.</summary>
    private static string Options(string gateway, string attributes, string? second, string? first = "x") => Models.Start("start")
        + $"""<bpmn:{gateway} id="g" {attributes}/>""" + Models.End("end") + Models.Flow("start", "g")
        + Models.Flow("g", "end", first, "one") + Models.Flow("g", "end", second, "two");

    private static string Join() => Models.Start("start") + Models.Parallel("s") + Task("a") + Task("b") + Models.Parallel("j") + Models.End("end")
        + Models.Flow("start", "s") + Models.Flow("s", "a") + Models.Flow("s", "b") + Models.Flow("a", "j") + Models.Flow("b", "j") + Models.Flow("j", "end");

    private static string Pools(string source,
        string target) => """<bpmn:collaboration id="c"><bpmn:participant id="p1" processRef="p"/><bpmn:participant id="them"/>"""
        + $"""<bpmn:textAnnotation id="note"/><bpmn:messageFlow id="mf" sourceRef="{source}" targetRef="{target}"/></bpmn:collaboration>""";

    private static string Crowd(int least, int most) => """<bpmn:collaboration id="c"><bpmn:participant id="x">"""
        + $"""<bpmn:participantMultiplicity minimum="{least}" maximum="{most}"/></bpmn:participant></bpmn:collaboration>""";
}
