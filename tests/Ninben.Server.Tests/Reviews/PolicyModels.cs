namespace Ninben.Server.Tests.Reviews;

/// <summary>Policies in the forms that owners write them, and a process that each can judge.</summary>
internal static class PolicyModels
{
    /// <summary>A table that is itself the policy; its second rule differs from the third by one clause.</summary>
    public static string Limits(string id, int limit) => Model(id, $"""
        <decision id="{id}" name="AP limits">
          <informationRequirement><requiredInput href="#a"/></informationRequirement><informationRequirement><requiredInput href="#v"/></informationRequirement>
          <decisionTable hitPolicy="FIRST">
            <input label="amount"><inputExpression><text>amount</text></inputExpression></input>
            <input label="vendor"><inputExpression><text>vendor</text></inputExpression></input><output/>
            <rule><inputEntry><text>&lt;= 500</text></inputEntry><inputEntry><text>-</text></inputEntry><outputEntry><text>"pass"</text></outputEntry></rule>
            <rule><inputEntry><text>(500..{limit}]</text></inputEntry><inputEntry><text>"known"</text></inputEntry>
              <outputEntry><text>"pass"</text></outputEntry></rule>
            <rule><inputEntry><text>&gt; {limit}</text></inputEntry><inputEntry><text>-</text></inputEntry>
              <outputEntry><text>"hold"</text></outputEntry><annotationEntry><text>Over the limit.</text></annotationEntry></rule>
            <rule><inputEntry><text>-</text></inputEntry><inputEntry><text>-</text></inputEntry><outputEntry><text>"hold"</text></outputEntry></rule>
          </decisionTable></decision>
        """);

    /// <summary>A table that collects findings, and an expression that answers from them.</summary>
    public static string Findings(string id) => Model(id, $"""
        <decision id="{id}-findings" name="findings">
          <informationRequirement><requiredInput href="#a"/></informationRequirement><informationRequirement><requiredInput href="#v"/></informationRequirement>
          <decisionTable hitPolicy="COLLECT">
            <input label="Amount"><inputExpression><text>amount</text></inputExpression></input>
            <input label="Vendor"><inputExpression><text>vendor</text></inputExpression></input><output/>
            <rule><inputEntry><text>&gt; 10000</text></inputEntry><inputEntry><text>-</text></inputEntry><outputEntry><text>"large"</text></outputEntry></rule>
            <rule><inputEntry><text>-</text></inputEntry><inputEntry><text>null</text></inputEntry><outputEntry><text>"nobody"</text></outputEntry></rule>
          </decisionTable></decision>
        <decision id="{id}" name="gate"><variable name="gate"/>
          <informationRequirement><requiredDecision href="#{id}-findings"/></informationRequirement>
          <literalExpression><text>if count(findings) > 0 then {"{outcome: \"hold\", reasons: findings}"} else "pass"</text></literalExpression></decision>
        """);

    /// <summary>Only an expression.</summary>
    public static string Expression(string id) => Model(id, $"""
        <decision id="{id}" name="Sure enough"><informationRequirement><requiredInput href="#a"/></informationRequirement>
          <informationRequirement><requiredInput href="#v"/></informationRequirement>
          <literalExpression><text>if amount + vendor > 1 then "pass" else "hold"</text></literalExpression></decision>
        """);

    public static string Process(string id, string gate) => $$"""
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:ninben="https://ninben.dev/bpmn/1.0"
            id="{{id}}-model" targetNamespace="https://ninben.dev/tests">
          <bpmn:process id="{{id}}" name="Judged" isExecutable="true">
            <bpmn:startEvent id="start" />
            <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="judge" />
            <bpmn:userTask id="judge" name="Judge">
              <bpmn:extensionElements>
                <ninben:gate decision="{{gate}}" />
                <ninben:review group="clerks" title="Judged" />
                <ninben:subject value="= {amount: amount, vendor: vendor}" />
              </bpmn:extensionElements>
            </bpmn:userTask>
            <bpmn:sequenceFlow id="f2" sourceRef="judge" targetRef="end" />
            <bpmn:endEvent id="end" />
          </bpmn:process>
        </bpmn:definitions>
        """;

    private static string Model(string id, string decisions) => $"""
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="{id}-model" name="{id}" namespace="https://ninben.dev/tests/{id}">
          <inputData id="a" name="amount"/><inputData id="v" name="vendor"/>
          {decisions}
        </definitions>
        """;
}
