namespace Ninben.Bpmn.Tests.Xml;

internal static partial class RuleExamples
{
    private static RuleExample[] Values =>
    [
        new("bad-media-type", Models.Row() + """<bpmn:textAnnotation id="n" textFormat="plain"/>""", Models.Row()
            + """<bpmn:textAnnotation id="n" textFormat="text/plain"/>"""),
        new("bad-uri", Models.Row(("t", """<bpmn:transaction id="t" method="no uri %$"/>""")), Models.Row(("t",
            """<bpmn:transaction id="t" method="##Compensate"/>"""))),
        new("informal-expression", Models.Row() + Models.Flow("start", "end", "x", "f"), Models.Row()
            + Models.Flow("start", "end", "x", "f").Replace("<bpmn:conditionExpression>", """<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">""",
                StringComparison.Ordinal))
        {
            Attributes = """expressionLanguage="http://www.w3.org/1999/XPath" """,
        },
        new("condition-not-boolean", Models.Row(("a", Task("a"))) + Models.Flow("a", "end", "23", "f"), Models.Row(("a", Task("a"))) + Models.Flow("a",
            "end", "x > 23", "f")),
        new("collection-disagrees", Models.Row() + """<bpmn:dataObject id="d" itemSubjectRef="texts"/>""",
            Models.Row() + """<bpmn:dataObject id="d" itemSubjectRef="texts" isCollection="true"/>""") { Before = Typed },
        new("loop-input", Models.Row(("a", Each("texts", "text"))), Models.Row(("a", Each("in", "text")))) { Before = Typed },
        new("loop-item", Models.Row(("a", Each("in", "number"))), Models.Row(("a", Each("in", "text")))) { Before = Typed },
        new("input-without-set", Models.Row(("a", Task("a", Io(Input("text"), "")))), Models.Row(("a", Task("a", Io(Input("text"),
            "<bpmn:dataInputRefs>in</bpmn:dataInputRefs>")))))
        {
            Before = Typed,
        },
        new("output-without-set", Models.Row(("a", Task("a", Outputs("")))), Models.Row(("a", Task("a",
            Outputs("<bpmn:dataOutputRefs>own</bpmn:dataOutputRefs>"))))),
        new("data-association-ends", Models.Row(("a", Task("a", Association("start")))) + Objects, Models.Row(("a", Task("a", Association("one")))) + Objects),
        new("data-association-sources", Models.Row(("a", Task("a", Association("one", "two")))) + Objects, Models.Row(("a", Task("a", Association("one"))))
            + Objects),
        new("data-association-direction", Own("dataOutput") + Models.Row(("a", Task("a", Association("own")))) + Objects,
            Own("dataInput") + Models.Row(("a", Task("a", Association("own")))) + Objects),
        new("property-place", Models.Row(), Models.Row()) { BrokenBefore = """<bpmn:property id="x"/>""" },
        new("data-state-name", Models.Row() + Named("Order"), Models.Row() + Named("Order [paid]")),
        new("operation-input-output", Models.Row(("a", Served(""))), Models.Row(("a", Served(Io(Input("text"),
            "<bpmn:dataInputRefs>in</bpmn:dataInputRefs>"))))) { Before = Typed },
        new("operation-input-output", Models.Row(("a", Served(Io(Input("number"), "<bpmn:dataInputRefs>in</bpmn:dataInputRefs>")))),
            Models.Row(("a", Served(Io(Input("text"), "<bpmn:dataInputRefs>in</bpmn:dataInputRefs>"))))) { Before = Typed },
        new("message-input-output", Models.Row(("a", Sent("number"))), Models.Row(("a", Sent("text")))) { Before = Typed },
        new("event-data", Caught("number"), Caught("text")) { Before = Typed },
        new("message-event-without-operation", Caught("text").Replace("<bpmn:operationRef>op</bpmn:operationRef>", "", StringComparison.Ordinal),
            Caught("text")) { Before = Typed },
        new("service-without-binding", Models.Row(), Models.Row()) { BrokenBefore = Typed + Global(""), Before = Typed
            + Global("""<bpmn:ioBinding operationRef="op"/>""") },
    ];

    private static RuleExample[] Ours =>
    [
        new("step-without-owner", Models.Row(("a", Models.User("a"))), Models.Row(("a", Models.User("a", """<ninben:review group="ap-clerks"/>""")))),
        new("step-without-owner", Models.Row(("a", Models.User("a"))),
            Models.Row(("a", Models.User("a")))
                + """<bpmn:laneSet id="ls"><bpmn:lane id="l"><bpmn:flowNodeRef>a</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>"""),
        new("action-unapproved", Models.Row(("a", Act("a", "", "<ninben:payload value=\"1\"/>"))), Models.Row(("u", Models.User("u")), ("a", Act("a",
            "approvedBy=\"u\"")))),
        new("action-irreversible", Models.Row(("a", Act("a", "", "<ninben:payload value=\"1\"/>"))), Models.Row(("a", Act("a", "hold=\"PT10M\"",
            "<ninben:payload value=\"1\"/>")))),
        new("action-irreversible", Models.Row(("a", Act("a", "", "<ninben:payload value=\"1\"/>"))), Models.Row(("a", Act("a", "",
            "<ninben:payload value=\"1\"/>")))
            + Event("boundaryEvent", "b", Trigger("compensate"), "attachedToRef=\"a\"") + Handler("h")
                + """<bpmn:association id="as" sourceRef="b" targetRef="h"/>"""),
        new("approver-settles-nothing", Models.Row(("s", Models.Script("s", "1")), ("a", Act("a", "approvedBy=\"s\""))),
            Models.Row(("s", Models.User("s")), ("a", Act("a", "approvedBy=\"s\"")))),
        new("approver-without-gate", Models.Row(("s", Models.Job("s")), ("a", Act("a", "approvedBy=\"s\""))),
            Models.Row(("s", Models.Job("s", "<ninben:gate decision=\"d\"/>")), ("a", Act("a", "approvedBy=\"s\"")))),
        new("approver-not-before", Models.Row(("a", Act("a", "approvedBy=\"u\"")), ("u", Models.User("u"))), Models.Row(("u", Models.User("u")), ("a",
            Act("a", "approvedBy=\"u\"")))),
    ];

    private const string Objects = """<bpmn:dataObject id="one"/><bpmn:dataObject id="two"/>""";

    private static string Input(string item) => $"""<bpmn:dataInput id="in" itemSubjectRef="{item}" isCollection="{(item == "texts" ? "true" : "false")}"/>""";

    private static string Io(string inputs, string references) =>
        $"<bpmn:ioSpecification>{inputs}<bpmn:inputSet>{references}</bpmn:inputSet><bpmn:outputSet/></bpmn:ioSpecification>";

    private static string Each(string over, string item) => Task("a", Io(Input("texts"), "<bpmn:dataInputRefs>in</bpmn:dataInputRefs>")
        + $"<bpmn:multiInstanceLoopCharacteristics><bpmn:loopDataInputRef>{over}</bpmn:loopDataInputRef>"
        + $"""<bpmn:inputDataItem id="each" itemSubjectRef="{item}"/></bpmn:multiInstanceLoopCharacteristics>""");

    private static string Outputs(string references) =>
        $"""<bpmn:ioSpecification><bpmn:dataOutput id="own"/><bpmn:inputSet/><bpmn:outputSet>{references}</bpmn:outputSet></bpmn:ioSpecification>""";

    private static string Association(params string[] sources) => Io("""<bpmn:dataInput id="in"/>""", "<bpmn:dataInputRefs>in</bpmn:dataInputRefs>")
        + """<bpmn:dataInputAssociation id="da">""" + string.Concat(sources.Select(source => $"<bpmn:sourceRef>{source}</bpmn:sourceRef>"))
        + "<bpmn:targetRef>in</bpmn:targetRef></bpmn:dataInputAssociation>";

    private static string Own(string kind) => kind == "dataInput" ? Io("""<bpmn:dataInput id="own"/>""", "<bpmn:dataInputRefs>own</bpmn:dataInputRefs>")
        : Outputs("<bpmn:dataOutputRefs>own</bpmn:dataOutputRefs>");

    private static string Named(string name) => """<bpmn:dataObject id="d" name="Order"/>"""
        + $"""<bpmn:dataObjectReference id="r" dataObjectRef="d" name="{name}"><bpmn:dataState name="paid"/></bpmn:dataObjectReference>""";

    private static string Served(string inner) => $"""<bpmn:serviceTask id="a" operationRef="op">{inner}</bpmn:serviceTask>""";

    private static string Sent(string item) =>
        $"""<bpmn:sendTask id="a" messageRef="m">{Io(Input(item), "<bpmn:dataInputRefs>in</bpmn:dataInputRefs>")}</bpmn:sendTask>""";

    private static string Caught(string item) => Models.Row(("c", Event("intermediateCatchEvent", "c", $"""<bpmn:dataOutput id="o" itemSubjectRef="{item}"/>"""
        + """<bpmn:outputSet><bpmn:dataOutputRefs>o</bpmn:dataOutputRefs></bpmn:outputSet>"""
        + """<bpmn:messageEventDefinition messageRef="m"><bpmn:operationRef>op</bpmn:operationRef></bpmn:messageEventDefinition>""")));

    private static string Global(string binding) => $"""<bpmn:globalTask id="gt"><bpmn:supportedInterfaceRef>if</bpmn:supportedInterfaceRef>"""
        + $"<bpmn:ioSpecification><bpmn:inputSet/><bpmn:outputSet/></bpmn:ioSpecification>{binding}</bpmn:globalTask>";

    private static string Act(string id, string attributes, string inner = "") => $"""<bpmn:serviceTask id="{id}"><bpmn:extensionElements>"""
        + $"""<ninben:action connector="http" {attributes}>{inner}</ninben:action></bpmn:extensionElements></bpmn:serviceTask>""";
}
