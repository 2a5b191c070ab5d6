using System.Text.Json.Nodes;

namespace Ninben.Cli.Tests;

public sealed class OfflineTests : IDisposable
{
    private const string Gated = """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:ninben="https://ninben.dev/bpmn/1.0" id="m" targetNamespace="t">
          <bpmn:process id="p" isExecutable="true">
            <bpmn:startEvent id="start" /><bpmn:sequenceFlow id="f" sourceRef="start" targetRef="read" />
            <bpmn:scriptTask id="read" scriptFormat="feel">
              <bpmn:extensionElements><ninben:gate decision="judge" /><ninben:result variable="answer" /></bpmn:extensionElements>
              <bpmn:script>{answer: 1}</bpmn:script>
            </bpmn:scriptTask>
            <bpmn:sequenceFlow id="g" sourceRef="read" targetRef="end" /><bpmn:endEvent id="end" />
          </bpmn:process>
        </bpmn:definitions>
        """;

    private const string Gate = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="d" name="D" namespace="urn:d"><decision id="judge" name="Judge">
        <literalExpression><text>{outcome: "pas"}</text></literalExpression></decision></definitions>
        """;

    private const string Faulty = """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="m" targetNamespace="t">
          <bpmn:process id="p" isExecutable="true">
            <bpmn:startEvent id="start" />
            <bpmn:sequenceFlow id="f" sourceRef="start" targetRef="nowhere" />
          </bpmn:process>
        </bpmn:definitions>
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ninben-cli-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Feel_prints_the_value()
    {
        var plain = await NinbenProgram.Run("feel", "sum(items)", "--context", """{"items":[1.5,2.5]}""");
        var json = await NinbenProgram.Run("feel", "sum(items)", "--context", """{"items":[1.5,2.5]}""", "--json");

        Assert.Equal(0, plain.Code);
        Assert.Equal(4m, decimal.Parse(plain.LastLine, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(4m, (decimal)JsonNode.Parse(json.LastLine)!["value"]!);
    }

    [Fact]
    public async Task Feel_without_an_expression_is_a_conversation()
    {
        var outcome = await NinbenProgram.Converse("""
            :let rate 0.2
            [rate, 1 / 3,
              2][item > 0.3]
            :type @"2024-01-01"
            :explain 1 + "x"
            :quit
            """, "feel");

        Assert.Equal(0, outcome.Code);
        Assert.Contains("rate = 0.2", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("[0.3333333333333333333333333333333333, 2]", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Date", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("1:1 feel-operand", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_expression_is_named_with_its_place()
    {
        var outcome = await NinbenProgram.Run("feel", "1 +");

        Assert.Equal(1, outcome.Code);
        Assert.Matches(@"\d+:\d+: ", outcome.Errors);
    }

    [Fact]
    public async Task Check_names_file_line_and_column_and_fails()
    {
        var file = Path.Combine(_folder.FullName, "faulty.bpmn");
        await File.WriteAllTextAsync(file, Faulty, TestContext.Current.CancellationToken);

        var outcome = await NinbenProgram.Run("check", file, "--json");

        Assert.Equal(1, outcome.Code);
        Assert.Matches(@"faulty\.bpmn:\d+:\d+: error ", outcome.Output);
        Assert.True((int)JsonNode.Parse(outcome.LastLine)!["errors"]! > 0);
    }

    [Fact]
    public async Task Check_of_a_process_with_its_decisions_names_a_gate_that_cannot_be_understood()
    {
        var process = Path.Combine(_folder.FullName, "process.bpmn");
        var decisions = Path.Combine(_folder.FullName, "decisions.dmn");
        await File.WriteAllTextAsync(process, Gated, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(decisions, Gate, TestContext.Current.CancellationToken);

        var alone = await NinbenProgram.Run("check", decisions);
        var both = await NinbenProgram.Run("check", process, decisions);

        Assert.Equal((0, 1), (alone.Code, both.Code));
        Assert.Matches(@"decisions\.dmn:2:36: error gate-outcome: The gate policy 'Judge' answers the outcome ""pas""\.", both.Output);
    }

    [Fact]
    public async Task Verify_of_a_changed_bundle_names_the_fact_and_fails()
    {
        var file = Path.Combine(_folder.FullName, "bundle.json");
        await File.WriteAllTextAsync(file, """
            {"format":"ninben-case-bundle.v1","case":"01a1fd6a64db7b20a5dd16c267548c54","facts":[{"sequence":1,"at":"2026-11-21T09:22:50.743+00:00",
            "by":{"kind":"person","id":"p","name":"P"},"cause":"c","type":"case.closed.v1",
            "hash":"0000000000000000000000000000000000000000000000000000000000000000",
            "body":{"ending":"completed"}}],"models":[],"documents":[]}
            """, TestContext.Current.CancellationToken);

        var outcome = await NinbenProgram.Run("verify", "--file", file, "--json");

        Assert.Equal(1, outcome.Code);
        Assert.Contains("01a1fd6a64db7b20a5dd16c267548c54 fact 1", outcome.Output, StringComparison.Ordinal);
        Assert.False((bool)JsonNode.Parse(outcome.LastLine)!["ok"]!);
    }

    [Fact]
    public async Task Verify_without_data_says_so()
    {
        var outcome = await NinbenProgram.Run("verify", "--data", _folder.FullName);

        Assert.Equal(2, outcome.Code);
        Assert.Contains("no Ninben data", outcome.Errors, StringComparison.Ordinal);
    }
}
