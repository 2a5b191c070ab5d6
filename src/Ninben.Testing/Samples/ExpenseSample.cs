using System.Globalization;
using System.Text;
using Ninben.Feel;

namespace Ninben.Testing.Samples;

/// <summary>
/// A small process with everything that matters for load and fault tests: a script proposes, a decision table judges (half of the cases pass, half
/// wait for a person), the approved answer is sent to a ledger, the case ends.
/// </summary>
public static class ExpenseSample
{
    /// <summary>Id of the process.</summary>
    public const string Process = "expense";

    /// <summary>Candidate group of its reviews.</summary>
    public const string Group = "clerks";

    /// <summary>Name of the connector that it sends to.</summary>
    public const string Ledger = "ledger";

    /// <summary>The BPMN model.</summary>
    public static ReadOnlyMemory<byte> Bpmn { get; } = Encoding.UTF8.GetBytes("""
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:ninben="https://ninben.dev/bpmn/1.0"
            id="expense-model" targetNamespace="https://ninben.dev/samples">
          <bpmn:process id="expense" name="Expense" isExecutable="true">
            <bpmn:startEvent id="start" />
            <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="assess" />
            <bpmn:scriptTask id="assess" name="Assess the expense" scriptFormat="feel">
              <bpmn:extensionElements>
                <ninben:gate decision="expense-gate" />
                <ninben:review group="clerks" title="= text" />
                <ninben:reason code="not-covered" text="Not covered by the policy" />
                <ninben:result variable="assessment" />
              </bpmn:extensionElements>
              <bpmn:script>{answer: {recommendation: "approve", amount: amount}, confidence: confidence}</bpmn:script>
            </bpmn:scriptTask>
            <bpmn:sequenceFlow id="f2" sourceRef="assess" targetRef="post" />
            <bpmn:serviceTask id="post" name="Post to the ledger">
              <bpmn:extensionElements>
                <ninben:action connector="ledger" attempts="20" timeout="PT15S" approvedBy="assess" />
              </bpmn:extensionElements>
            </bpmn:serviceTask>
            <bpmn:sequenceFlow id="f3" sourceRef="post" targetRef="end" />
            <bpmn:endEvent id="end" />
          </bpmn:process>
        </bpmn:definitions>
        """);

    /// <summary>The DMN model of the gate.</summary>
    public static ReadOnlyMemory<byte> Dmn { get; } = Encoding.UTF8.GetBytes("""
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="expense-policy" name="Expense policy" namespace="https://ninben.dev/samples">
          <inputData id="in-amount" name="amount"><variable name="amount" typeRef="number" /></inputData>
          <inputData id="in-confidence" name="statedConfidence"><variable name="statedConfidence" typeRef="number" /></inputData>
          <decision id="expense-gate" name="Expense gate">
            <variable name="Expense gate" typeRef="string" />
            <informationRequirement id="r1"><requiredInput href="#in-amount" /></informationRequirement>
            <informationRequirement id="r2"><requiredInput href="#in-confidence" /></informationRequirement>
            <decisionTable id="table" hitPolicy="FIRST">
              <input id="i1"><inputExpression id="e1" typeRef="number"><text>amount</text></inputExpression></input>
              <input id="i2"><inputExpression id="e2" typeRef="number"><text>statedConfidence</text></inputExpression></input>
              <output id="o1" name="outcome" typeRef="string" />
              <rule id="small"><inputEntry id="a1"><text>&lt; 1000</text></inputEntry><inputEntry id="a2"><text>&gt;= 0.98</text></inputEntry>
                <outputEntry id="a3"><text>"pass"</text></outputEntry></rule>
              <rule id="rest"><inputEntry id="b1"><text>-</text></inputEntry><inputEntry id="b2"><text>-</text></inputEntry>
                <outputEntry id="b3"><text>"hold"</text></outputEntry></rule>
            </decisionTable>
          </decision>
        </definitions>
        """);

    /// <summary>Variables of the n-th case, about 1 KB of JSON; even ones pass the gate, odd ones wait for a person.</summary>
    public static FeelContext Variables(int number)
    {
        var amount = number % 2 == 0 ? 120 + (number % 800) : 1200 + (number % 8000);
        return FeelContext.CreateBuilder()
            .Set("amount", FeelValue.From((decimal)amount))
            .Set("confidence", FeelValue.From(0.99m))
            .Set("text", FeelValue.From(string.Create(CultureInfo.InvariantCulture, $"Expense {number}")))
            .Set("memo", FeelValue.From(Memo(number)))
            .Build();
    }

    /// <summary>Text that differs from case to case, so that nothing is measured that only equal cases would show.</summary>
    private static string Memo(int number)
    {
        var text = new StringBuilder(960);
        var seed = unchecked((uint)number * 2654435761u);
        while (text.Length < 940)
        {
            seed = unchecked((seed * 1664525u) + 1013904223u);
            text.Append(CultureInfo.InvariantCulture, $"{seed:x8} ");
        }

        return text.ToString(0, 940);
    }
}
