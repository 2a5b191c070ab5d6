namespace Ninben.Bpmn.Tests.Xml;

internal static partial class RuleExamples
{
    private const string Clock = "<bpmn:timeDuration>PT1H</bpmn:timeDuration>";

    private static RuleExample[] Events =>
    [
        new("start-with-incoming", Models.Row(("a", Task("a"))) + Models.Flow("a", "start"), Models.Row(("a", Task("a")))),
        new("end-with-outgoing", Models.Row(("a", Task("a"))) + Models.Flow("end", "a"), Models.Row(("a", Task("a")))),
        new("boundary-with-incoming", Timed() + Models.Flow("start", "b"), Timed()),
        new("boundary-without-outgoing", Timed().Replace(Ends("b"), "", StringComparison.Ordinal), Timed()),
        new("intermediate-without-outgoing", Models.Row() + Event("intermediateCatchEvent", "c", Trigger("signal")) + Models.Flow("start", "c"),
            Models.Row(("c", Event("intermediateCatchEvent", "c", Trigger("signal"))))),
        new("start-event-kind", Started(Trigger("error")), Started(Trigger("signal"))),
        new("start-event-kind", Models.Row(("s", Models.Sub("s", Started(Trigger("signal"), "x")))), Models.Row(("s", Models.Sub("s", Started("", "x"))))),
        new("event-sub-process-trigger", Models.Row() + EventSub("x", Models.Start("none")), Models.Row() + EventSub("x")),
        new("catch-event-kind", Models.Row(("c", Event("intermediateCatchEvent", "c", ""))), Models.Row(("c", Event("intermediateCatchEvent", "c",
            Trigger("message"))))),
        new("catch-event-kind", Models.Row(("c", Event("intermediateCatchEvent", "c", "<bpmn:eventDefinitionRef>e</bpmn:eventDefinitionRef>"))),
            Models.Row(("c", Event("intermediateCatchEvent", "c", Trigger("conditional")))))
        {
            Before = """<bpmn:escalationEventDefinition id="e"/>""",
        },
        new("throw-event-kind", Models.Row(("c", Event("intermediateThrowEvent", "c", Trigger("timer", Clock)))), Models.Row(("c",
            Event("intermediateThrowEvent", "c", "")))),
        new("boundary-event-kind", Bound(Trigger("terminate")), Bound(Trigger("escalation"))),
        new("boundary-event-kind", Bound(""), Bound(Trigger("conditional"))),
        new("end-event-kind", Ended(Trigger("timer", Clock)), Ended(Trigger("terminate"))),
        new("always-interrupting", Bound(Trigger("error"), "cancelActivity=\"false\""), Bound(Trigger("signal"), "cancelActivity=\"false\"")),
        new("cancel-without-transaction", Bound(Trigger("cancel")), Bound(Trigger("cancel")).Replace("bpmn:task id=\"a\"></bpmn:task",
            "bpmn:transaction id=\"a\"></bpmn:transaction",
            StringComparison.Ordinal)),
        new("cancel-without-transaction", Ended(Trigger("cancel")), Models.Row(("t",
            $"""<bpmn:transaction id="t">{Ended(Trigger("cancel"), "x")}</bpmn:transaction>"""))),
        new("boundary-host", Models.Row() + Models.Timer("b", "end", "PT1H") + Ends("b"), Timed()),
        new("boundary-host", Models.Row(("a", Task("a")), ("s", Models.Sub("s", Models.Short("x") + Models.Timer("b", "a", "PT1H") + Ends("b")))), Timed()),
        new("error-caught-twice", Models.Row(("a", Task("a"))) + Models.Error("b", "a") + Models.Error("c", "a") + Ends("b") + Ends("c"),
            Models.Row(("a", Task("a"))) + Models.Error("b", "a") + Models.Error("c", "a", "err") + Ends("b") + Ends("c")),
        new("call-own-escalation", Escalating("own"), Escalating("same")),
        new("link-without-partner", Linked("x", "y"), Linked("x", "x")),
        new("link-caught-twice", Linked("x", "x") + Link("again", "Catch", "x") + Models.Flow("again", "end"), Linked("x", "x")),
        new("link-partners-differ", Linked("x", "x", "t", "other") + Link("other", "Throw", "z") + Models.Flow("start", "other"), Linked("x", "x", "t", "t")),
        new("link-crosses-scope", Linked("x", "x", "t", "t").Replace(TargetOf("t"), "<bpmn:target>far_link</bpmn:target>", StringComparison.Ordinal)
            + Models.Sub("s", Link("far", "Catch", "f") + Models.End("e") + Models.Flow("far", "e")) + Models.Flow("start", "s") + Models.Flow("s", "end"),
                Linked("x", "x", "t", "t")),
        new("timer-without-time", Waited(""), Waited(Clock)),
        new("timer-with-several-times", Waited(Clock + "<bpmn:timeCycle>R/PT1H</bpmn:timeCycle>"), Waited("<bpmn:timeCycle>R/PT1H</bpmn:timeCycle>")),
        new("bad-duration", Waited("<bpmn:timeDate>tomorrow</bpmn:timeDate>"), Waited("<bpmn:timeDate>= due</bpmn:timeDate>")),
        new("bad-duration", Waited("<bpmn:timeCycle>often</bpmn:timeCycle>"), Waited("<bpmn:timeCycle>R3/PT10M</bpmn:timeCycle>")),
        new("event-gateway-branches", Awaited(Catch("a")), Awaited(Catch("a"), Catch("b"))),
        new("event-gateway-target", Awaited(Catch("a"), Task("b")), Awaited(Catch("a"), """<bpmn:receiveTask id="b"/>""")),
        new("event-gateway-target-shared", Awaited(Catch("a"), Catch("b")) + Models.Flow("start", "a"), Awaited(Catch("a"), Catch("b"))),
        new("event-gateway-target-boundary", Awaited(Catch("a"), """<bpmn:receiveTask id="b"/>""") + Models.Timer("t", "b", "PT1H") + Ends("t"),
            Awaited(Catch("a"), """<bpmn:receiveTask id="b"/>""")),
        new("event-gateway-mixed", Awaited(Event("intermediateCatchEvent", "a", Trigger("message")), """<bpmn:receiveTask id="b"/>"""),
            Awaited(Catch("a"), """<bpmn:receiveTask id="b"/>""")),
        new("instantiating-gateway", Awaited(Catch("a"), Catch("b")).Replace("<bpmn:eventBasedGateway", "<bpmn:eventBasedGateway instantiate=\"true\"",
            StringComparison.Ordinal), Awaited(Catch("a"), Catch("b"))),
    ];

    private static string Started(string trigger, string suffix = "") =>
        Event("startEvent", $"start{suffix}", trigger) + Models.End($"end{suffix}") + Models.Flow($"start{suffix}", $"end{suffix}");

    private static string Ended(string trigger, string suffix = "") =>
        Models.Start($"start{suffix}") + Event("endEvent", $"end{suffix}", trigger) + Models.Flow($"start{suffix}", $"end{suffix}");

    private static string Bound(string trigger, string attributes = "") =>
        Models.Row(("a", Task("a"))) + Event("boundaryEvent", "b", trigger, $"attachedToRef=\"a\" {attributes}") + Ends("b");

    private static string Timed() => Bound(Trigger("timer", Clock));

    private static string Waited(string time) => Models.Row(("c", Event("intermediateCatchEvent", "c", Trigger("timer", time))));

    private static string Catch(string id) => Event("intermediateCatchEvent", id, Trigger("timer", Clock));

    private static string Awaited(params string[] targets) => Models.Start("start") + """<bpmn:eventBasedGateway id="g"/>""" + Models.End("end")
        + Models.Flow("start", "g") + string.Concat(targets.Zip((string[])["a", "b"], (target, id) => target + Models.Flow("g", id) + Models.Flow(id, "end")));

    /// <summary>A throwing and a catching link; by name, or with the ids that they name each other by.</summary>
    private static string Linked(string thrown, string caught, string? target = null, string? source = null)
    {
        var body = Models.Start("start") + Link("s", "Throw", thrown) + Link("t", "Catch", caught) + Models.End("end") + Models.Flow("start", "s")
            + Models.Flow("t", "end");
        if (target is null) return body;
        return body.Replace($"""id="s_link" name="{thrown}"/>""", $"""id="s_link" name="{thrown}">{TargetOf(target)}</bpmn:linkEventDefinition>""",
            StringComparison.Ordinal)
            .Replace($"""id="t_link" name="{caught}"/>""",
                $"""id="t_link" name="{caught}"><bpmn:source>{(source == "t" ? "s" : source)}_link</bpmn:source></bpmn:linkEventDefinition>""",
                    StringComparison.Ordinal);
    }

    private static string TargetOf(string id) => $"<bpmn:target>{id}_link</bpmn:target>";

    private static string Escalating(string place) => Models.Row(("a", $"""
        <bpmn:callActivity id="a" calledElement="p"><bpmn:extensionElements><ninben:call case="{place}"/></bpmn:extensionElements></bpmn:callActivity>
        """)) + """<bpmn:boundaryEvent id="b" attachedToRef="a"><bpmn:escalationEventDefinition/></bpmn:boundaryEvent>""" + Ends("b");
}
