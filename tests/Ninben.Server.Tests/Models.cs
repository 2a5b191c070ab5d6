namespace Ninben.Server.Tests;

internal static class Models
{
    public const string Ask = """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:ninben="https://ninben.dev/bpmn/1.0"
            id="ask-model" targetNamespace="https://ninben.dev/tests">
          <bpmn:process id="ask" name="Ask a person" isExecutable="true">
            <bpmn:startEvent id="start" />
            <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="judge" />
            <bpmn:userTask id="judge" name="Judge the total">
              <bpmn:extensionElements>
                <ninben:review group="clerks" title="= title" />
                <ninben:subject value="= {total: total}" />
                <ninben:reason code="too-much" text="Too much" />
                <ninben:result variable="judged" />
              </bpmn:extensionElements>
            </bpmn:userTask>
            <bpmn:sequenceFlow id="f2" sourceRef="judge" targetRef="end" />
            <bpmn:endEvent id="end" />
          </bpmn:process>
        </bpmn:definitions>
        """;

    public const string WithEntity = """
        <?xml version="1.0"?>
        <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="m" targetNamespace="t">
          <bpmn:process id="x" name="&e;" isExecutable="true"/></bpmn:definitions>
        """;

    public static string Nested { get; } = "<a>" + string.Concat(Enumerable.Repeat("<a>", 50_000)) + string.Concat(Enumerable.Repeat("</a>", 50_000)) + "</a>";

    public static string UnknownElement { get; } = Ask.Replace("<bpmn:endEvent id=\"end\" />",
        "<bpmn:endEvent id=\"end\" />\n    <bpmn:oddTask id=\"odd\" />", StringComparison.Ordinal);

    public static string Dangling { get; } = Ask.Replace("targetRef=\"end\"", "targetRef=\"nowhere\"", StringComparison.Ordinal);
}
