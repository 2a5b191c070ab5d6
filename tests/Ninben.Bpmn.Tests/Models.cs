namespace Ninben.Bpmn.Tests;

/// <summary>Short ways to write BPMN in tests.</summary>
internal static class Models
{
    /// <summary>The story of the house: read, gate, review, post.</summary>
    public static string Invoice { get; } = Process("""
        <bpmn:startEvent id="start"/>
        <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="read"/>
        <bpmn:serviceTask id="read" name="Read the invoice">
          <bpmn:extensionElements>
            <ninben:connector type="extraction" attempts="3" timeout="PT60S"><ninben:input name="document" value="= document"/></ninben:connector>
            <ninben:gate decision="invoice-gate"/>
            <ninben:review group="ap-clerks" title="= invoice.number + &quot; · &quot; + invoice.vendor"/>
            <ninben:result variable="invoice"/>
          </bpmn:extensionElements>
        </bpmn:serviceTask>
        <bpmn:sequenceFlow id="f2" sourceRef="read" targetRef="settled"/>
        <bpmn:exclusiveGateway id="settled" default="no"/>
        <bpmn:sequenceFlow id="yes" sourceRef="settled" targetRef="post">
        <bpmn:conditionExpression>decision.outcome = "approved" or decision.outcome = "amended"</bpmn:conditionExpression></bpmn:sequenceFlow>
        <bpmn:sequenceFlow id="no" sourceRef="settled" targetRef="end"/>
        <bpmn:serviceTask id="post" name="Post to the ledger">
          <bpmn:extensionElements>
            <ninben:action connector="http" hold="PT10S" attempts="3" timeout="PT15S" approvedBy="read"><ninben:input name="path" value="/invoices"/>
            </ninben:action>
          </bpmn:extensionElements>
        </bpmn:serviceTask>
        <bpmn:sequenceFlow id="f3" sourceRef="post" targetRef="end"/>
        <bpmn:endEvent id="end"/>
        """, "invoice-approval", "Invoice approval");

    /// <summary>A gate that passes from 0.9 calibrated confidence on, and otherwise holds for the clerks.</summary>
    public const string Gate =
        """if confidence >= 0.9 then "pass" else {outcome: "hold", reasons: ["Not sure enough"], priority: 70, sla: "PT4H", tier: "low"}""";

    public static string Process(string body, string id = "p", string name = "P") => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:ninben="https://ninben.dev/bpmn/1.0" id="defs" targetNamespace="test">
        <bpmn:error id="err" name="Late" errorCode="late"/>
        <bpmn:process id="{id}" name="{name}" isExecutable="true">
        {body}
        </bpmn:process>
        </bpmn:definitions>
        """;

    /// <summary>Elements in a row: <c>start -> a -> b -> end</c>, with each given element's XML.</summary>
    public static string Row(params (string Id, string Xml)[] elements)
    {
        var ids = (string[])["start", .. elements.Select(element => element.Id), "end"];
        var flows = ids.Zip(ids.Skip(1), (from, to) => Flow(from, to));
        return """<bpmn:startEvent id="start"/>""" + string.Concat(elements.Select(element => element.Xml)) + """<bpmn:endEvent id="end"/>"""
            + string.Concat(flows);
    }

    /// <summary>A start and an end of their own names: <c>startx -> endx</c>.</summary>
    public static string Short(string suffix) => Start($"start{suffix}") + End($"end{suffix}") + Flow($"start{suffix}", $"end{suffix}");

    public static string Flow(string from, string to, string? condition = null, string? id = null)
    {
        var inner = condition is null ? "" : $"<bpmn:conditionExpression>{condition.Replace("<", "&lt;", StringComparison.Ordinal)}</bpmn:conditionExpression>";
        return $"""<bpmn:sequenceFlow id="{id ?? $"{from}_{to}"}" sourceRef="{from}" targetRef="{to}">{inner}</bpmn:sequenceFlow>""";
    }

    public static string Script(string id, string feel, string extensions = "") =>
        $"""<bpmn:scriptTask id="{id}" scriptFormat="feel"><bpmn:extensionElements>{extensions}</bpmn:extensionElements>"""
            + $"""<bpmn:script>{feel.Replace("<", "&lt;", StringComparison.Ordinal)}</bpmn:script></bpmn:scriptTask>""";

    public static string Job(string id, string extensions = "", string connector = "work") =>
        $"""<bpmn:serviceTask id="{id}"><bpmn:extensionElements>"""
            + $"""<ninben:connector type="{connector}" attempts="2"/>{extensions}</bpmn:extensionElements></bpmn:serviceTask>""";

    public static string User(string id, string extensions = "") =>
        $"""<bpmn:userTask id="{id}"><bpmn:extensionElements>{extensions}</bpmn:extensionElements></bpmn:userTask>""";

    public static string Timer(string id, string host, string time, bool interrupting = true) =>
        $"""<bpmn:boundaryEvent id="{id}" attachedToRef="{host}" cancelActivity="{(interrupting ? "true" : "false")}"><bpmn:timerEventDefinition>"""
            + $"""<bpmn:timeDuration>{time}</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>""";

    public static string Error(string id, string host, string? error = null) =>
        $"""<bpmn:boundaryEvent id="{id}" attachedToRef="{host}"><bpmn:errorEventDefinition{(error is null ? "" : $" errorRef=\"{error}\"")}/>"""
            + $"""</bpmn:boundaryEvent>""";

    public static string Sub(string id, string body) => $"""<bpmn:subProcess id="{id}">{body}</bpmn:subProcess>""";

    public static string Exclusive(string id, string? fallback = null) =>
        $"""<bpmn:exclusiveGateway id="{id}"{(fallback is null ? "" : $" default=\"{fallback}\"")}/>""";

    public static string Parallel(string id) => $"""<bpmn:parallelGateway id="{id}"/>""";

    public static string Start(string id) => $"""<bpmn:startEvent id="{id}"/>""";

    public static string End(string id) => $"""<bpmn:endEvent id="{id}"/>""";

    public static string Terminate(string id) => $"""<bpmn:endEvent id="{id}"><bpmn:terminateEventDefinition/></bpmn:endEvent>""";
}
