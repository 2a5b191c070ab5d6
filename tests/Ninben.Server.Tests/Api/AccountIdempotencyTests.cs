using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Ninben.Runtime.Accounts;
using Ninben.Runtime.Execution;

namespace Ninben.Server.Tests.Api;

public sealed class AccountIdempotencyTests(RunningServer server)
{
    [Fact]
    public async Task A_person_is_added_once_and_the_answer_is_the_same()
    {
        const string body = """{"name":"Once Added","password":"a long enough password","roles":["reviewer"],"groups":["clerks"]}""";

        var first = await Send(HttpMethod.Post, "/api/people", body, "add-once", 201);
        var second = await Send(HttpMethod.Post, "/api/people", body, "add-once", 201);
        using var other = await RunningServer.Try(server.Admin, HttpMethod.Post, "/api/people", body.Replace("Added", "More", StringComparison.Ordinal),
            "add-once");

        Assert.Equal(first.ToJsonString(), second.ToJsonString());
        Assert.Equal("key-reused", (string)(await RunningServer.Problem(other, 422))["code"]!);
        Assert.Single(People(), person => person.Name.StartsWith("Once ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Twenty_requests_at_once_add_one_person()
    {
        const string body = """{"name":"At Once","password":"a long enough password","roles":["reviewer"]}""";

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Send(HttpMethod.Post, "/api/people", body, "add-at-once", 201)));

        Assert.Single(answers.Select(answer => (string)answer["id"]!).Distinct());
        Assert.Single(People(), person => person.Name == "At Once");
    }

    [Fact]
    public async Task A_change_of_a_person_is_done_once()
    {
        var added = await Send(HttpMethod.Post, "/api/people", """{"name":"To Change","password":"a long enough password","roles":["reviewer"]}""", null, 201);
        var path = $"/api/people/{added["id"]}";

        var first = await Send(HttpMethod.Put, path, """{"groups":["a"]}""", "change-once", 200);
        await Send(HttpMethod.Put, path, """{"groups":["b"]}""", null, 200);
        var again = await Send(HttpMethod.Put, path, """{"groups":["a"]}""", "change-once", 200);
        using var other = await RunningServer.Try(server.Admin, HttpMethod.Put, path, """{"groups":["c"]}""", "change-once");

        Assert.Equal(first.ToJsonString(), again.ToJsonString());
        Assert.Equal("key-reused", (string)(await RunningServer.Problem(other, 422))["code"]!);
        Assert.Equal(["b"], People().Single(person => person.Name == "To Change").Groups);
    }

    [Fact]
    public async Task A_key_is_made_once_and_its_secret_is_not_shown_again()
    {
        const string body = """{"name":"made once","roles":["builder"]}""";

        var made = await Send(HttpMethod.Post, "/api/keys", body, "make-once", 201);
        using var again = await RunningServer.Try(server.Admin, HttpMethod.Post, "/api/keys", body, "make-once");
        using var other = await RunningServer.Try(server.Admin, HttpMethod.Post, "/api/keys", """{"name":"made twice","roles":["builder"]}""", "make-once");

        var problem = await RunningServer.Problem(again, 409);
        Assert.Equal("secret-shown", (string)problem["code"]!);
        Assert.Contains((string)made["id"]!, (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.DoesNotContain((string)made["key"]!, problem.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("key-reused", (string)(await RunningServer.Problem(other, 422))["code"]!);
        Assert.Single(server.App.Services.GetRequiredService<IApiKeys>().All(), key => key.Name.StartsWith("made ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Twenty_requests_at_once_make_one_key()
    {
        const string body = """{"name":"one of twenty","roles":["builder"]}""";

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => RunningServer.Try(server.Admin, HttpMethod.Post, "/api/keys", body,
            "make-at-once")));

        Assert.Single(answers, answer => (int)answer.StatusCode == 201);
        foreach (var answer in answers.Where(answer => (int)answer.StatusCode != 201))
            Assert.Equal("secret-shown", (string)(await RunningServer.Problem(answer, 409))["code"]!);
        Assert.Single(server.App.Services.GetRequiredService<IApiKeys>().All(), key => key.Name == "one of twenty");
        foreach (var answer in answers) answer.Dispose();
    }

    [Fact]
    public async Task A_revocation_under_the_key_of_another_is_refused()
    {
        var (first, second) = (await Send(HttpMethod.Post, "/api/keys", """{"name":"revoked","roles":["builder"]}""", null, 201),
            await Send(HttpMethod.Post, "/api/keys", """{"name":"kept","roles":["builder"]}""", null, 201));

        await Send(HttpMethod.Delete, $"/api/keys/{first["id"]}", null, "revoke-once", 204);
        await Send(HttpMethod.Delete, $"/api/keys/{first["id"]}", null, "revoke-once", 204);
        using var other = await RunningServer.Try(server.Admin, HttpMethod.Delete, $"/api/keys/{second["id"]}", null, "revoke-once");

        Assert.Equal("key-reused", (string)(await RunningServer.Problem(other, 422))["code"]!);
        Assert.Null(server.App.Services.GetRequiredService<IApiKeys>().All().Single(key => key.Name == "kept").RevokedAt);
    }

    [Fact]
    public async Task An_answer_is_forgotten_after_thirty_days()
    {
        var (keys, answers) = (server.App.Services.GetRequiredService<IApiKeys>(), server.App.Services.GetRequiredService<IKeptAnswers>());
        var at = DateTimeOffset.UnixEpoch;
        var kept = new KeptAnswer(new CommandKey("someone/old", "hash"), "1", at);

        Assert.True(await keys.Add(new ApiKey("key-old", "old", [], "hash-old", at, "test", at), kept, CancellationToken.None));

        Assert.Equal(kept, answers.Find("someone/old", at.AddDays(29)));
        Assert.Null(answers.Find("someone/old", at.AddDays(30)));
    }

    private async Task<JsonObject> Send(HttpMethod method, string path, string? body, string? key, int status)
    {
        using var answer = await RunningServer.Try(server.Admin, method, path, body, key);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode == status, $"{method} {path}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject();
    }

    private IReadOnlyList<PersonAccount> People() => server.App.Services.GetRequiredService<IPeople>().All();
}
