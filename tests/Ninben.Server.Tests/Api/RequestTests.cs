namespace Ninben.Server.Tests.Api;

public sealed class RequestTests(RunningServer server)
{
    [Theory]
    [InlineData("""{"process":"ask","process":"other"}""", "json-faulty")]
    [InlineData("""{"process":"ask","variables":{"a":1,"a":2}}""", "json-faulty")]
    [InlineData("""{"process":""", "json-faulty")]
    [InlineData("""{"variables":{}}""", "request-faulty")]
    [InlineData("""{"process":7}""", "request-faulty")]
    public async Task Faulty_json_is_refused_in_words(string json, string code)
    {
        using var answer = await RunningServer.Try(server.Builder, HttpMethod.Post, "/api/cases", json);

        var problem = await RunningServer.Problem(answer, 400);

        Assert.Equal(code, (string)problem["code"]!);
        Assert.DoesNotContain("Ninben.", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deeply_nested_json_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"a":""", 100_000)) + "1" + new string('}', 100_000);

        using var answer = await RunningServer.Try(server.Builder, HttpMethod.Post, "/api/cases", deep);

        await RunningServer.Problem(answer, 400);
    }

    [Fact]
    public async Task More_than_a_megabyte_of_json_is_too_large()
    {
        var large = """{"process":"ask","variables":{"a":"TEXT"}}""".Replace("TEXT", new string('x', 1024 * 1024), StringComparison.Ordinal);

        using var answer = await RunningServer.Try(server.Builder, HttpMethod.Post, "/api/cases", large);

        await RunningServer.Problem(answer, 413);
    }

    [Fact]
    public async Task Members_that_nobody_asked_for_change_nothing()
    {
        using var answer = await RunningServer.Try(server.Builder, HttpMethod.Post, "/api/cases",
            """{"process":"ask","state":"completed","id":"00000000000000000000000000000001","variables":{"title":"mass","total":1}}""");
        var id = (string)System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["id"]!;

        var found = await RunningServer.Send(server.Builder, HttpMethod.Get, "/api/cases/" + id);

        Assert.NotEqual("00000000000000000000000000000001", id);
        Assert.Equal("waiting", (string)found["state"]!);
    }

    [Fact]
    public async Task An_unknown_path_is_not_found_in_words()
    {
        using var answer = await RunningServer.Try(server.Builder, HttpMethod.Get, "/api/nothing-here");

        await RunningServer.Problem(answer, 404);
    }

    [Theory]
    [InlineData("/api/cases?limit=0")]
    [InlineData("/api/cases?limit=201")]
    [InlineData("/api/reviews?view=all")]
    public async Task Parameters_out_of_range_are_refused(string path)
    {
        using var answer = await RunningServer.Try(server.Builder, HttpMethod.Get, path);

        await RunningServer.Problem(answer, 400);
    }
}
