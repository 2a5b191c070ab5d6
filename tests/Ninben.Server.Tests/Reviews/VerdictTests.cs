using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Ninben.Runtime.Accounts;
using Ninben.Server.Access;

namespace Ninben.Server.Tests.Reviews;

public sealed class VerdictTests(RunningServer server)
{
    [Fact]
    public async Task An_approval_closes_the_case_and_is_told_in_sentences()
    {
        var review = await server.OpenReview("approve me");

        var answer = await RunningServer.Send(server.Reviewer, HttpMethod.Post, Path(review, "verdict"), Approve(review));

        Assert.Equal("completed", (string)answer["row"]!["state"]!);
        var found = await RunningServer.Send(server.Reviewer, HttpMethod.Get, $"/api/cases/{review["row"]!["case"]}");
        Assert.Equal("completed", (string)found["state"]!);
        var titles = found["timeline"]!.AsArray().Select(t => (string)t!["title"]!).ToList();
        Assert.Contains("Test reviewer approved “Judge the total”", titles);
        Assert.Contains("The case is finished", titles);
    }

    [Fact]
    public async Task A_verdict_on_a_decided_review_names_who_and_when()
    {
        var review = await server.OpenReview("decided before");
        await RunningServer.Send(server.Reviewer, HttpMethod.Post, Path(review, "verdict"), Approve(review));

        using var answer = await RunningServer.Try(server.Admin, HttpMethod.Post, Path(review, "verdict"), Approve(review));

        var problem = await RunningServer.Problem(answer, 409);
        Assert.Equal("already-decided", (string)problem["code"]!);
        Assert.Matches(@"Test reviewer at \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", (string)problem["detail"]!);
    }

    [Fact]
    public async Task A_verdict_on_something_else_than_what_is_shown_is_refused()
    {
        var review = await server.OpenReview("something else");

        using var answer = await RunningServer.Try(server.Reviewer, HttpMethod.Post, Path(review, "verdict"),
            $$"""{"kind":"approve","shown":"{{new string('0', 64)}}"}""");

        Assert.Equal("stale-content", (string)(await RunningServer.Problem(answer, 409))["code"]!);
    }

    [Fact]
    public async Task Rejecting_needs_a_reason()
    {
        var review = await server.OpenReview("no reason");

        using var answer = await RunningServer.Try(server.Reviewer, HttpMethod.Post, Path(review, "verdict"),
            $$"""{"kind":"reject","shown":"{{review["shown"]}}"}""");

        Assert.Equal("reason-needed", (string)(await RunningServer.Problem(answer, 422))["code"]!);
    }

    [Fact]
    public async Task Somebody_outside_of_the_group_reads_but_may_not_act()
    {
        var person = new PersonAccount("id-outsider", "Out Sider", null, [Role.Reviewer], ["others"], false, DateTimeOffset.UnixEpoch);
        await server.App.Services.GetRequiredService<IPeople>().Add(SignIn.WithPassword(person, RunningServer.Password), null, CancellationToken.None);
        using var outsider = await server.SignInAs("Out Sider");
        var review = await server.OpenReview("not yours");

        var seen = await RunningServer.Send(outsider, HttpMethod.Get, Path(review, ""));
        using var answer = await RunningServer.Try(outsider, HttpMethod.Post, Path(review, "claim"));
        var list = await RunningServer.Send(outsider, HttpMethod.Get, "/api/reviews?limit=200");

        Assert.False((bool)seen["canAct"]!);
        Assert.Contains("clerks", (string)seen["cannotActBecause"]!, StringComparison.Ordinal);
        await RunningServer.Problem(answer, 403);
        Assert.DoesNotContain((string)review["row"]!["id"]!, list.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_kept_for_its_writer_only()
    {
        var review = await server.OpenReview("draft");
        using var saved = await RunningServer.Try(server.Reviewer, HttpMethod.Put, Path(review, "draft"), """{"note":"half a thought"}""");
        Assert.Equal(204, (int)saved.StatusCode);

        var mine = await RunningServer.Send(server.Reviewer, HttpMethod.Get, Path(review, ""));
        var theirs = await RunningServer.Send(server.Admin, HttpMethod.Get, Path(review, ""));

        Assert.Equal("half a thought", (string)mine["draft"]!["body"]!["note"]!);
        Assert.Null(theirs["draft"]);
    }

    [Fact]
    public async Task The_chain_check_finds_every_chain_whole()
    {
        await server.OpenReview("chained");
        using var asked = await RunningServer.Try(server.As(Role.Auditor), HttpMethod.Post, "/api/audit/chain");
        Assert.Equal(202, (int)asked.StatusCode);

        JsonObject state;
        do state = await RunningServer.Send(server.As(Role.Auditor), HttpMethod.Get, "/api/audit/chain");
        while ((bool)state["running"]!);

        Assert.True((bool)state["ok"]!, state.ToJsonString());
        Assert.True((long)state["facts"]! > 0);
    }

    private static string Path(JsonObject review, string verb) => $"/api/reviews/{review["row"]!["id"]}" + (verb.Length == 0 ? "" : "/" + verb);

    private static string Approve(JsonObject review) => $$"""{"kind":"approve","shown":"{{review["shown"]}}"}""";
}
