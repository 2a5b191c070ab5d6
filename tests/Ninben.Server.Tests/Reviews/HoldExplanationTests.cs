using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Ninben.Feel;
using Ninben.Oversight.Gates;
using Ninben.Server.Endpoints.Reviews;

namespace Ninben.Server.Tests.Reviews;

/// <summary>Why a case was held, in words, from what was recorded when it was held.</summary>
public sealed class HoldExplanationTests(RunningServer server)
{
    [Fact]
    public async Task A_held_case_says_which_rule_of_which_version_held_it_and_on_which_values()
    {
        var policy = await Held("said", PolicyModels.Limits("said-limits", 10_000), """{"amount":12400,"vendor":"known"}""");

        Assert.Equal(("AP limits", 1, "explained"), ((string)policy["name"]!, (int)policy["version"]!, (string)policy["state"]!));
        var table = Assert.Single(policy["tables"]!.AsArray())!;
        var rule = Rules(table["matched"]).Single(r => (bool)r["decided"]!);
        Assert.Equal((3, "Over the limit."), ((int)rule["number"]!, (string)rule["annotation"]!));
        Assert.Equal(["amount 12,400 is over 10,000"], Words(rule));
        Assert.Equal(["12,400", "known"], table["inputs"]!.AsArray().Select(i => (string)i!["words"]!));
        var near = Assert.Single(Rules(table["near"]));
        Assert.Equal((2, false), ((int)near["number"]!, (bool)near["decided"]!));
        Assert.Equal(["amount 12,400 is over 10,000", "vendor is known"], Words(near));
        Assert.Equal([false, true], near["clauses"]!.AsArray().Select(c => (bool)c!["holds"]!));
    }

    [Fact]
    public async Task What_a_newer_version_would_say_does_not_count()
    {
        var review = await Open("pinned", PolicyModels.Limits("pinned-limits", 10_000), """{"amount":12400,"vendor":"known"}""");

        await server.Deploy("/api/decisions", PolicyModels.Limits("pinned-limits", 50_000));
        var policy = (await RunningServer.Send(server.Reviewer, HttpMethod.Get, $"/api/reviews/{review}"))["policy"]!;

        Assert.Equal((1, "explained"), ((int)policy["version"]!, (string)policy["state"]!));
        Assert.Equal("amount 12,400 is over 10,000", Words(Rules(policy["tables"]![0]!["matched"])[0])[0]);
    }

    [Fact]
    public async Task Every_finding_of_a_table_that_collects_is_said()
    {
        var policy = await Held("collected", PolicyModels.Findings("collected-gate"), """{"amount":20000,"vendor":null}""");

        var table = Assert.Single(policy["tables"]!.AsArray())!;
        Assert.Equal("findings", (string)table["name"]!);
        Assert.Equal(["Amount 20,000 is over 10,000", "Vendor is missing"], Rules(table["matched"]).SelectMany(Words));
        Assert.All(Rules(table["matched"]), rule => Assert.True((bool)rule["decided"]!));
    }

    [Fact]
    public async Task A_policy_without_a_table_shows_its_answer_its_values_and_what_was_wrong_with_them()
    {
        var policy = await Held("expressed", PolicyModels.Expression("expressed-gate"), """{"amount":1234567,"vendor":"Acme"}""");

        Assert.Equal("explained", (string)policy["state"]!);
        Assert.Empty(policy["tables"]!.AsArray());
        Assert.Equal("hold", (string)policy["output"]!);
        Assert.Equal([("amount", "1,234,567"), ("vendor", "Acme")], policy["values"]!.AsArray().Select(v => ((string)v!["label"]!, (string)v["words"]!)));
        Assert.NotEmpty(policy["notes"]!.AsArray());
    }

    [Fact]
    public void A_model_that_is_gone_is_said_to_be_gone_and_what_was_recorded_stays()
    {
        var judgement = Judgement(new PolicyRef("gone", 4, new string('0', 64)));

        var policy = server.App.Services.GetRequiredService<HoldExplanation>().Of(judgement);

        Assert.Equal((PolicyTraceState.ModelGone, "gone", 4), (policy.State, policy.Name, policy.Version));
        Assert.Equal(3, Assert.Single(policy.Matched).Number);
        Assert.Empty(policy.Tables);
        Assert.Equal(FeelValue.From(7), policy.Inputs["amount"]);
    }

    [Fact]
    public void A_policy_that_was_never_deployed_is_no_model_that_is_gone() => Assert.Equal(PolicyTraceState.NotDeployed,
        server.App.Services.GetRequiredService<HoldExplanation>().Of(Judgement(new PolicyRef("never", 0, ""))).State);

    [Fact]
    public async Task Words_that_lead_elsewhere_than_what_was_recorded_are_not_shown()
    {
        var deployed = await server.Deploy("/api/decisions", PolicyModels.Limits("elsewhere", 10_000));

        var policy = server.App.Services.GetRequiredService<HoldExplanation>()
            .Of(Judgement(new PolicyRef("elsewhere", (int)deployed["version"]!, (string)deployed["hash"]!)));

        Assert.Equal(PolicyTraceState.Differs, policy.State);
        Assert.Empty(policy.Tables);
    }

    // It recorded that rule 3 held an amount of 7, which no version of the policy says.
    private static GateJudgement Judgement(PolicyRef policy) => GatePolicy.Judge(FeelValue.From("hold"),
        new GateBasis(policy, [new MatchedPolicyRule(policy.Decision, 3, null, null)], FeelContext.Empty.With("amount", FeelValue.From(7)), 50));

    private async Task<JsonNode> Held(string name, string model, string variables) =>
        (await RunningServer.Send(server.Reviewer, HttpMethod.Get, $"/api/reviews/{await Open(name, model, variables)}"))["policy"]!;

    private async Task<string> Open(string name, string model, string variables)
    {
        var deployed = await server.Deploy("/api/decisions", model);
        var gate = deployed["decisions"]!.AsArray().Select(d => (string)d!).Single(d => !d.EndsWith("-findings", StringComparison.Ordinal));
        await server.Deploy("/api/processes", PolicyModels.Process($"{name}-process", gate));
        var opened = await RunningServer.Send(server.Builder, HttpMethod.Post, "/api/cases",
            $$"""{"process":"{{name}}-process","businessKey":"{{name}}","variables":{{variables}}}""");
        var found = await RunningServer.Send(server.Admin, HttpMethod.Get, $"/api/cases/{opened["id"]}");
        return (string)found["reviews"]![0]!["id"]!;
    }

    private static List<JsonNode> Rules(JsonNode? rules) => [.. rules!.AsArray().Select(r => r!)];

    private static List<string> Words(JsonNode rule) => [.. rule["clauses"]!.AsArray().Select(c => (string)c!["words"]!)];
}
