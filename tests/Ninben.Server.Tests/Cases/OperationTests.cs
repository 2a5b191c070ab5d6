using System.Text.Json.Nodes;

namespace Ninben.Server.Tests.Cases;

public sealed class OperationTests(RunningServer server)
{
    private Task<JsonObject> Get(string path) => RunningServer.Send(server.Admin, HttpMethod.Get, path);

    private async Task<string> Open(string key) => (string)(await RunningServer.Send(server.Admin, HttpMethod.Post, "/api/cases",
        $$"""{"process":"ask","version":1,"businessKey":"{{key}}","variables":{"title":"T","total":5} }"""))["id"]!;

    /// <summary>Starts an operation and waits until it is over.</summary>
    private async Task<JsonObject> Run(string body, string? key = null)
    {
        using var answer = await RunningServer.Try(server.Admin, HttpMethod.Post, "/api/operations", body, key);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, text);
        var path = "/api/operations/" + (string)JsonNode.Parse(text)!["id"]!;
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            var row = await Get(path);
            if ((string)row["state"]! != "running") return row;
            await ticks.WaitForNextTickAsync(deadline.Token);
        }
    }

    [Fact]
    public async Task Cases_that_fit_a_filter_are_suspended_in_the_name_of_who_ordered_it()
    {
        var (first, second) = (await Open("BULK-A1"), await Open("BULK-A2"));

        var count = await Get("/api/operations/count?process=ask&search=BULK-A");
        var row = await Run("""{"kind":"suspend","reason":"Supplier closed","cases":{"process":"ask","search":"BULK-A"} }""");

        Assert.Equal((2, false), ((int)count["count"]!, (bool)count["tooMany"]!));
        Assert.Equal(("finished", 2, 2, 0), ((string)row["state"]!, (int)row["total"]!, (int)row["done"]!, (int)row["refused"]!));
        foreach (var id in new[] { first, second })
        {
            var detail = await Get("/api/cases/" + id);
            Assert.Equal(("suspended", "Test admin", "Supplier closed"),
                ((string)detail["state"]!, (string)detail["suspension"]!["by"]!["name"]!, (string)detail["suspension"]!["reason"]!));
        }
    }

    [Fact]
    public async Task A_case_that_refuses_is_named_with_the_reason_and_the_others_go_on()
    {
        var (open, closed) = (await Open("BULK-B1"), await Open("BULK-B2"));
        await RunningServer.Send(server.Admin, HttpMethod.Post, $"/api/cases/{closed}/cancel", """{"reason":"withdrawn"}""");

        var row = await Run($$"""{"kind":"cancel","reason":"Supplier closed","cases":{"ids":["{{open}}","{{closed}}"]} }""");

        Assert.Equal((1, 1), ((int)row["done"]!, (int)row["refused"]!));
        var refusal = Assert.Single((await Get($"/api/operations/{(string)row["id"]!}/refusals"))["items"]!.AsArray())!;
        Assert.Equal((closed, "case-closed"), ((string)refusal["case"]!, (string)refusal["code"]!));
    }

    [Fact]
    public async Task The_same_request_with_the_same_key_is_one_operation_and_another_one_is_refused()
    {
        var id = await Open("BULK-C1");
        var body = $$"""{"kind":"suspend","reason":"Once","cases":{"ids":["{{id}}"]} }""";

        var first = await Run(body, "bulk-c");
        var second = await Run(body, "bulk-c");
        using var other = await RunningServer.Try(server.Admin, HttpMethod.Post, "/api/operations", body.Replace("Once", "Twice", StringComparison.Ordinal),
            "bulk-c");

        Assert.Equal((string)first["id"]!, (string)second["id"]!);
        Assert.Equal("key-reused", (string)(await RunningServer.Problem(other, 422))["code"]!);
        Assert.Single((await Get("/api/cases/" + id))["timeline"]!.AsArray(), entry => (string)entry!["kind"]! == "case.suspended.v1");
    }
}
