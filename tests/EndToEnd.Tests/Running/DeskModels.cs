using System.Globalization;

namespace EndToEnd.Tests.Running;

/// <summary>A process that has every written invoice judged by a clerk and posts what was settled.</summary>
internal static class DeskModels
{
    public const string Gate = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="desk-model" name="Desk" namespace="https://ninben.dev/tests">
          <decision id="desk-gate" name="desk-gate">
            <variable name="desk-gate" />
            <literalExpression>
              <text>{outcome: "hold", reasons: [{code: "looked-at", text: "Every invoice is looked at."}], group: "ap-clerks", tier: "low"}</text>
            </literalExpression>
          </decision>
        </definitions>
        """;

    public static string Process(string hold, int attempts, int timeout) => string.Create(CultureInfo.InvariantCulture, $"""
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:ninben="https://ninben.dev/bpmn/1.0"
            id="desk-definitions" targetNamespace="https://ninben.dev/tests">
          <bpmn:process id="desk" name="Invoice desk" isExecutable="true">
            <bpmn:startEvent id="received" />
            <bpmn:sequenceFlow id="f1" sourceRef="received" targetRef="read" />
            <bpmn:serviceTask id="read" name="Read the invoice">
              <bpmn:extensionElements>
                <ninben:connector type="written" attempts="1" timeout="PT20S">
                  <ninben:input name="wanted" value="= wanted" />
                  <ninben:input name="doubtful" value="= doubtful" />
                  <ninben:input name="document" value="= document" />
                </ninben:connector>
                <ninben:gate decision="desk-gate" />
                <ninben:review group="ap-clerks" title="= invoice.number" />
                <ninben:reason code="wrong-supplier" text="Not our supplier" />
                <ninben:reason code="wrong-data" text="A value is wrong" />
                <ninben:result variable="invoice" />
              </bpmn:extensionElements>
            </bpmn:serviceTask>
            <bpmn:sequenceFlow id="f2" sourceRef="read" targetRef="settled" />
            <bpmn:exclusiveGateway id="settled" default="f4" />
            <bpmn:sequenceFlow id="f3" sourceRef="settled" targetRef="post">
              <bpmn:conditionExpression>decision.outcome = "approved" or decision.outcome = "amended"</bpmn:conditionExpression>
            </bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="f4" sourceRef="settled" targetRef="refused" />
            <bpmn:serviceTask id="post" name="Post to the ledger">
              <bpmn:extensionElements>
                <ninben:action connector="http" hold="{hold}" attempts="{attempts}" timeout="PT{timeout}S" approvedBy="read">
                  <ninben:input name="connection" value="ledger" />
                  <ninben:input name="path" value="/invoices" />
                  <ninben:input name="method" value="POST" />
                </ninben:action>
                <ninben:result variable="posting" />
              </bpmn:extensionElements>
            </bpmn:serviceTask>
            <bpmn:sequenceFlow id="f5" sourceRef="post" targetRef="posted" />
            <bpmn:endEvent id="posted" />
            <bpmn:endEvent id="refused" />
          </bpmn:process>
        </bpmn:definitions>
        """);
}
