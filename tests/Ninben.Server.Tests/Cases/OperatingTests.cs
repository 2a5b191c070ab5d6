using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Ninben.Runtime.Streams;

namespace Ninben.Server.Tests.Cases;

public sealed class OperatingTests(RunningServer server)
{
    private static readonly HttpMethod Post = HttpMethod.Post;

    private Task<JsonObject> Do(string path, string json) => RunningServer.Send(server.Admin, Post, path, json);

    private async Task<string> Open(string process = "ask", string variables = """{"title":"T","total":5}""") =>
        (string)(await RunningServer.Send(server.Admin, Post, "/api/cases", $$"""{"process":"{{process}}","version":1,"variables":{{variables}}}"""))["id"]!;

    private Task<JsonObject> Get(string path) => RunningServer.Send(server.Admin, HttpMethod.Get, path);

    private static JsonObject Token(JsonObject detail, string element) =>
        detail["tokens"]!.AsArray().Select(token => token!.AsObject()).Last(token => (string)token["element"]! == element);

    [Fact]
    public async Task A_person_suspends_a_case_repairs_a_value_and_lets_it_go_on_and_the_history_says_so()
    {
        var path = "/api/cases/" + await Open();

        Assert.Equal("suspended", (string)(await Do(path + "/suspend", """{"reason":"The total is wrong"}"""))["state"]!);
        var review = (string)(await Get(path))["reviews"]![0]!["id"]!;
        using var claim = await RunningServer.Try(server.Reviewer, Post, $"/api/reviews/{review}/claim", "{}");
        Assert.Equal("case-suspended", (string)(await RunningServer.Problem(claim, 409))["code"]!);
        var shown = await RunningServer.Send(server.Reviewer, HttpMethod.Get, $"/api/reviews/{review}");
        Assert.Equal((false, "Test admin suspended the case: The total is wrong"), ((bool)shown["canAct"]!, (string)shown["cannotActBecause"]!));

        await Do(path + "/variables", """{"values":{"total":7},"reason":"Typing error"}""");
        Assert.Equal("The total is wrong", (string)(await Get(path))["suspension"]!["reason"]!);
        Assert.Equal("waiting", (string)(await Do(path + "/resume", """{"reason":"Repaired"}"""))["state"]!);

        var detail = await Get(path);
        Assert.Null(detail["suspension"]);
        Assert.Equal(7, (int)detail["variables"]!["total"]!);
        var titles = detail["timeline"]!.AsArray().Select(entry => (string)entry!["title"]!).ToArray();
        Assert.Equal(["Test admin suspended the case", "Test admin set total", "Test admin let the case go on"], titles[^3..]);
    }

    [Fact]
    public async Task Each_operation_asks_for_a_reason_and_happens_once_for_one_key()
    {
        var path = "/api/cases/" + await Open();
        foreach (var (what, body) in new[] { ("suspend", "{\"reason\":\" \"}"), ("variables", """{"values":{"a":1},"reason":""}"""),
            ("migrate", """{"version":2,"reason":""}"""), ("instances/2/move", """{"element":"end","reason":""}""") })
        {
            using var refused = await RunningServer.Try(server.Admin, Post, $"{path}/{what}", body);
            Assert.Equal("reason-needed", (string)(await RunningServer.Problem(refused, 422))["code"]!);
        }

        for (var i = 0; i < 2; i++)
        {
            using var answer = await RunningServer.Try(server.Admin, Post, path + "/suspend", """{"reason":"Once"}""", "suspend-" + path);
            Assert.True(answer.IsSuccessStatusCode);
        }

        Assert.Single((await Get(path))["timeline"]!.AsArray(), entry => (string)entry!["kind"]! == "case.suspended.v1");
    }

    [Fact]
    public async Task A_token_moves_to_one_of_the_steps_that_the_server_names()
    {
        var path = "/api/cases/" + await Open();
        var instance = (int)Token(await Get(path), "judge")["instance"]!;

        using var answer = await RunningServer.Try(server.Admin, HttpMethod.Get, $"{path}/instances/{instance}/targets");
        var targets = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsArray();
        Assert.Equal(["judge", "end"], targets.Select(target => (string)target!["element"]!));
        using var refused = await RunningServer.Try(server.Admin, Post, $"{path}/instances/{instance}/move", """{"element":"start","reason":"skip"}""");
        Assert.Equal("cannot-move-there", (string)(await RunningServer.Problem(refused, 422))["code"]!);

        Assert.Equal("completed", (string)(await Do($"{path}/instances/{instance}/move", """{"element":"end","reason":"not needed"}"""))["state"]!);
    }

    [Fact]
    public async Task A_migration_is_planned_first_and_then_done()
    {
        var old = Models.Ask.Replace("\"ask", "\"move-on", StringComparison.Ordinal);
        await server.Deploy("/api/processes", old);
        var path = "/api/cases/" + await Open("move-on");
        await server.Deploy("/api/processes", old.Replace("\"judge\"", "\"check\"", StringComparison.Ordinal));

        var refused = await Do(path + "/migration-plan", """{"version":2}""");
        Assert.Equal("judge", (string)Assert.Single(refused["problems"]!.AsArray())!["element"]!);
        var plan = await Do(path + "/migration-plan", """{"version":2,"mapping":[{"from":"judge","to":"check"}]}""");
        Assert.Empty(plan["problems"]!.AsArray());
        Assert.Equal("mapped", (string)Assert.Single(plan["steps"]!.AsArray())!["change"]!);
        Assert.Equal(1, (int)(await Get(path))["processVersion"]!);

        var row = await Do(path + "/migrate", """{"version":2,"mapping":[{"from":"judge","to":"check"}],"reason":"better names"}""");

        Assert.Equal(2, (int)row["processVersion"]!);
        Assert.Equal("active", (string)Token(await Get(path), "check")["state"]!);
    }

    [Fact]
    public async Task A_called_process_stands_in_the_detail_with_its_version_and_depth()
    {
        await server.Deploy("/api/processes", Models.Ask.Replace("\"ask", "\"inner", StringComparison.Ordinal));
        await server.Deploy("/api/processes", """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="outer-model" targetNamespace="https://ninben.dev/tests">
              <bpmn:process id="outer" name="Outer" isExecutable="true">
                <bpmn:startEvent id="start" /><bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="call" />
                <bpmn:callActivity id="call" calledElement="inner" />
                <bpmn:sequenceFlow id="f2" sourceRef="call" targetRef="end" /><bpmn:endEvent id="end" />
              </bpmn:process>
            </bpmn:definitions>
            """);

        var detail = await Get("/api/cases/" + await Open("outer"));

        var call = Token(detail, "call");
        Assert.Equal(("inner", 1, 1), ((string)call["called"]!["process"]!, (int)call["called"]!["version"]!, (int)call["called"]!["depth"]!));
        var inside = Token(detail, "judge");
        Assert.Equal(((int)call["instance"]!, "Judge the total"), ((int)inside["call"]!, (string)inside["name"]!));
    }

    [Fact]
    public async Task What_only_a_step_has_stands_with_the_step_and_is_written_there()
    {
        await server.Deploy("/api/processes", """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:ninben="https://ninben.dev/bpmn/1.0" id="own-model"
                targetNamespace="https://ninben.dev/tests">
              <bpmn:process id="own" isExecutable="true">
                <bpmn:startEvent id="start" /><bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="look" />
                <bpmn:userTask id="look"><bpmn:extensionElements><ninben:input name="n" value="= total + 1"/></bpmn:extensionElements></bpmn:userTask>
                <bpmn:sequenceFlow id="f2" sourceRef="look" targetRef="end" /><bpmn:endEvent id="end" />
              </bpmn:process>
            </bpmn:definitions>
            """);
        var path = "/api/cases/" + await Open("own");
        var step = Token(await Get(path), "look");
        Assert.Equal(6, (int)step["variables"]!["n"]!);

        await Do(path + "/variables", $$"""{"values":{"n":9},"scope":{{step["instance"]}},"reason":"Typing error"}""");

        var detail = await Get(path);
        Assert.Equal((9, 5, false), ((int)Token(detail, "look")["variables"]!["n"]!, (int)detail["variables"]!["total"]!,
            detail["variables"]!.AsObject().ContainsKey("n")));
        Assert.Null(Token(detail, "start")["variables"]);
    }

    [Fact]
    public async Task A_call_and_the_case_that_it_opened_name_each_other()
    {
        await server.Deploy("/api/processes", Models.Ask.Replace("\"ask", "\"apart", StringComparison.Ordinal));
        await server.Deploy("/api/processes", """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:ninben="https://ninben.dev/bpmn/1.0" id="far-model"
                targetNamespace="https://ninben.dev/tests">
              <bpmn:process id="far" isExecutable="true">
                <bpmn:startEvent id="start" /><bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="call" />
                <bpmn:callActivity id="call" calledElement="apart">
                  <bpmn:extensionElements><ninben:call case="own"/></bpmn:extensionElements>
                </bpmn:callActivity>
                <bpmn:sequenceFlow id="f2" sourceRef="call" targetRef="end" /><bpmn:endEvent id="end" />
              </bpmn:process>
            </bpmn:definitions>
            """);
        var caller = await Open("far");

        var called = Token(await Get("/api/cases/" + caller), "call")["called"]!;
        var opened = await Opened((string)called["case"]!);

        Assert.Equal(("apart", 1), ((string)called["process"]!, (int)called["depth"]!));
        Assert.Equal((caller, 1), ((string)opened["caller"]!["case"]!, (int)opened["caller"]!["depth"]!));
        Assert.Equal("apart", (string)opened["process"]!);
    }

    /// <summary>The detail of a case once a worker has opened it.</summary>
    private async Task<JsonObject> Opened(string id)
    {
        var feed = server.App.Services.GetRequiredService<ICommitFeed>();
        var facts = server.App.Services.GetRequiredService<IFactReader>();
        while (true)
        {
            var head = await facts.Head(TestContext.Current.CancellationToken);
            using var answer = await RunningServer.Try(server.Admin, HttpMethod.Get, "/api/cases/" + id);
            if (answer.IsSuccessStatusCode) return await Get("/api/cases/" + id);
            await feed.WaitBeyond(head, TestContext.Current.CancellationToken);
        }
    }
}
