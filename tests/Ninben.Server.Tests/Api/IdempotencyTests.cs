namespace Ninben.Server.Tests.Api;

public sealed class IdempotencyTests(RunningServer server)
{
    private const string Body = """{"process":"ask","variables":{"title":"once","total":1}}""";

    [Fact]
    public async Task The_same_key_and_body_is_answered_with_the_same_case()
    {
        var first = await Open(Body, "same-key");

        var second = await Open(Body, "same-key");

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Twenty_at_once_open_one_case()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Open(Body, "at-once")));

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        await Open(Body, "reused-key");

        using var answer = await RunningServer.Try(server.Builder, HttpMethod.Post, "/api/cases", Body.Replace("once", "twice", StringComparison.Ordinal),
            "reused-key");

        Assert.Equal("key-reused", (string)(await RunningServer.Problem(answer, 422))["code"]!);
    }

    [Fact]
    public async Task Another_caller_with_the_same_key_is_not_affected()
    {
        var mine = await Open(Body, "shared-key");

        var theirs = await RunningServer.Try(server.Admin, HttpMethod.Post, "/api/cases", Body, "shared-key");

        Assert.DoesNotContain(mine, await theirs.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_of_other_characters_is_refused()
    {
        using var answer = await RunningServer.Try(server.Builder, HttpMethod.Post, "/api/cases", Body, new string('x', 121));

        await RunningServer.Problem(answer, 400);
    }

    private async Task<string> Open(string body, string key)
    {
        using var answer = await RunningServer.Try(server.Builder, HttpMethod.Post, "/api/cases", body, key);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, text);
        return (string)System.Text.Json.Nodes.JsonNode.Parse(text)!["id"]!;
    }
}
