using System.Text;
using Ninben.Feel;
using Ninben.Runtime.Deployments;

namespace Ninben.Runtime.Tests.Deployments;

/// <summary>What is certainly wrong in a decision model stops its deployment, and nothing is stored.</summary>
public sealed class DecisionsDeploymentTests
{
    private const string Process = """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:ninben="https://ninben.dev/bpmn/1.0" id="m" targetNamespace="t">
          <bpmn:process id="p" isExecutable="true">
            <bpmn:startEvent id="start" />
            <bpmn:sequenceFlow id="f" sourceRef="start" targetRef="read" />
            <bpmn:scriptTask id="read" scriptFormat="feel">
              <bpmn:extensionElements><ninben:gate decision="judge" /><ninben:result variable="answer" /></bpmn:extensionElements>
              <bpmn:script>{answer: 1}</bpmn:script>
            </bpmn:scriptTask>
            <bpmn:sequenceFlow id="g" sourceRef="read" targetRef="end" />
            <bpmn:endEvent id="end" />
          </bpmn:process>
        </bpmn:definitions>
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cell_of_the_wrong_type_is_refused()
    {
        await using var runtime = await RuntimeUnderTest.Start();

        var deployment = await Deploy(runtime, Decisions("other", "\"ten\"", "\"pass\""));

        Assert.Null(deployment.Model);
        Assert.Equal("dmn-type", Assert.Single(deployment.Diagnostics, found => found.Severity == DiagnosticSeverity.Error).Code);
        Assert.Empty(runtime.Get<IDeployments>().List("decisions"));
    }

    [Fact]
    public async Task A_gate_that_cannot_be_understood_is_refused_whichever_comes_first()
    {
        await using var runtime = await RuntimeUnderTest.Start();
        var deployments = runtime.Get<IDeployments>();

        // Nobody uses it as a gate yet, so any answer is right.
        var first = await Deploy(runtime, Decisions("judge", "< 10", "\"pas\""));
        var process = await deployments.DeployProcess(Encoding.UTF8.GetBytes(Process), "p.bpmn", RuntimeUnderTest.Client, Token);
        var mended = await Deploy(runtime, Decisions("judge", "< 10", "\"pass\""));
        var again = await deployments.DeployProcess(Encoding.UTF8.GetBytes(Process), "p.bpmn", RuntimeUnderTest.Client, Token);
        var broken = await Deploy(runtime, Decisions("judge", "< 11", "\"pas\""));

        Assert.NotNull(first.Model);
        Assert.Null(process.Model);
        Assert.NotNull(mended.Model);
        Assert.NotNull(again.Model);
        Assert.Null(broken.Model);
        foreach (var refused in (Deployment[])[process, broken])
        {
            var found = Assert.Single(refused.Diagnostics, found => found.Severity == DiagnosticSeverity.Error);
            Assert.Equal(("gate-outcome", "d.dmn", "answer"), (found.Code, found.Location.Source, found.Location.Element));
            Assert.Equal("Did you mean \"pass\"?", found.Hint);
        }
    }

    private static Task<Deployment> Deploy(RuntimeUnderTest runtime, string xml) =>
        runtime.Get<IDeployments>().DeployDecisions(Encoding.UTF8.GetBytes(xml), "d.dmn", RuntimeUnderTest.Client, Token);

    private static string Decisions(string id, string test, string answer) => $"""
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="m" namespace="urn:m">
        <inputData id="i" name="amount"/><decision id="{id}" name="{id}"><informationRequirement><requiredInput href="#i"/></informationRequirement>
        <decisionTable hitPolicy="FIRST"><input><inputExpression typeRef="number"><text>amount</text></inputExpression></input><output/>
        <rule><inputEntry><text><![CDATA[{test}]]></text></inputEntry><outputEntry id="answer"><text>{answer}</text></outputEntry></rule>
        </decisionTable></decision></definitions>
        """;
}
