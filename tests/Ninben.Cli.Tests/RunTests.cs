using System.Text.Json.Nodes;

namespace Ninben.Cli.Tests;

public sealed class RunTests : IDisposable
{
    private const string Model = """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:ninben="https://ninben.dev/bpmn/1.0" id="m" targetNamespace="t">
          <bpmn:message id="paid" name="payment"/>
          <bpmn:process id="order" isExecutable="true">
            <bpmn:startEvent id="start"/>
            <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="check"/>
            <bpmn:userTask id="check"><bpmn:extensionElements><ninben:review group="clerks"/></bpmn:extensionElements></bpmn:userTask>
            <bpmn:sequenceFlow id="f2" sourceRef="check" targetRef="wait"/>
            <bpmn:receiveTask id="wait" messageRef="paid">
              <bpmn:extensionElements><ninben:message key="= number"/></bpmn:extensionElements>
            </bpmn:receiveTask>
            <bpmn:sequenceFlow id="f3" sourceRef="wait" targetRef="end"/>
            <bpmn:endEvent id="end"/>
          </bpmn:process>
        </bpmn:definitions>
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ninben-run-");

    public void Dispose() => _folder.Delete(recursive: true);

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder.FullName, name);
        File.WriteAllText(file, text);
        return file;
    }

    private Task<NinbenProgram.Outcome> Run(string? script, params string[] more)
    {
        string[] answers = script is null ? [] : ["--script", Write("answers.json", script)];
        return NinbenProgram.Run(["run", Write("order.bpmn", Model), "--variables", """{"number": "A-7"}""", .. answers, .. more]);
    }

    [Fact]
    public async Task A_case_is_played_to_its_end_with_the_answers_given()
    {
        var outcome = await Run("""
            [
              {"element": "check", "verdict": "reject", "reason": "Not ours", "by": "Mara"},
              {"message": "payment", "key": "A-7", "payload": 12}
            ]
            """, "--json");

        Assert.Equal(0, outcome.Code);
        Assert.Contains("verdict given          check  reject: Not ours", outcome.Output, StringComparison.Ordinal);
        var json = JsonNode.Parse(outcome.LastLine)!;
        Assert.Equal("completed", (string?)json["ending"]);
        Assert.Equal(12, (int)json["variables"]!["wait"]!);
    }

    [Fact]
    public async Task What_nobody_answers_is_named_with_the_step_that_would_answer_it()
    {
        var outcome = await Run(null);

        Assert.Equal(3, outcome.Code);
        Assert.Contains("'wait' waits for the message 'payment' with the key 'A-7'", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("""{"message": "payment", "key": "A-7"}""", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_wait_it_stops_where_no_answer_is_given()
    {
        var outcome = await Run(null, "--wait");

        Assert.Equal(3, outcome.Code);
        Assert.Contains("'check' waits for a verdict of the group 'clerks'", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standing_answers_are_used_whenever_the_element_waits()
    {
        var outcome = await Run("""{"answers": {"check": {"verdict": "return"}}, "steps": [{"message": "payment", "key": "A-7"}]}""", "--wait");

        Assert.Equal(0, outcome.Code);
        Assert.Contains("return: ", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[\n {\"element\": \"check\", \"verdict\": \"aprove\"}]", 2, "bad-verdict")]
    [InlineData("[\n {\"element\": \"check\"}]", 2, "no-answer")]
    [InlineData("[\n\n {\"elment\": \"check\"}]", 3, "unknown-member")]
    [InlineData("[{\"pass\": \"1 hour\"}]", 1, "bad-duration")]
    [InlineData("[{\"pass\": \"PT1H\"},\n {]", 2, "json-malformed")]
    [InlineData("12", 1, "not-answers")]
    public async Task A_faulty_answers_file_is_reported_with_its_line(string script, int line, string code)
    {
        var outcome = await Run(script);

        Assert.Equal(2, outcome.Code);
        Assert.Contains($"answers.json:{line}:1: error {code}: ", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_does_not_fit_is_named_and_fails()
    {
        var outcome = await Run("[\n {\"message\": \"payment\", \"key\": \"other\"}]");

        Assert.Equal(1, outcome.Code);
        Assert.Contains("answers.json:2:1: error step-does-not-fit: Nobody waits for the message 'payment' with the key 'other'", outcome.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_model_or_command_line_is_refused()
    {
        var model = Write("faulty.bpmn", Model.Replace("targetRef=\"end\"", "targetRef=\"nowhere\"", StringComparison.Ordinal));

        Assert.Equal(1, (await NinbenProgram.Run("run", model)).Code);
        Assert.Equal(2, (await NinbenProgram.Run("run", Path.Combine(_folder.FullName, "missing.bpmn"))).Code);
        Assert.Equal(2, (await NinbenProgram.Run("run", Write("order.bpmn", Model), "--variables", "12")).Code);
        Assert.Equal(2, (await Run(null, "--process", "unknown")).Code);
    }
}
