using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using EndToEnd.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Ninben.Storage.Sqlite;

namespace EndToEnd.Tests;

/// <summary>A disk that is full while people work. SQLite's own limit of pages stands for it: a write beyond it fails in the same way.</summary>
public sealed class FullDiskTests(RunningDemo server) : IClassFixture<RunningDemo>
{
    private const string Waits = """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="waits-definitions" targetNamespace="https://ninben.dev/tests">
          <bpmn:process id="waits" name="Waits" isExecutable="true">
            <bpmn:startEvent id="start" />
            <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="ask" />
            <bpmn:userTask id="ask" name="Ask somebody" />
            <bpmn:sequenceFlow id="f2" sourceRef="ask" targetRef="end" />
            <bpmn:endEvent id="end" />
          </bpmn:process>
        </bpmn:definitions>
        """;

    [Fact]
    public async Task A_full_disk_refuses_in_words_leaves_nothing_half_done_and_all_goes_on_when_there_is_room()
    {
        await server.DeployDesk("PT0S");
        using var dana = await server.Enter("dana");
        using var ada = await server.Enter("ada");
        using var max = await server.Enter("max");
        Assert.Equal(HttpStatusCode.Created, (await dana.TryXml("/api/processes", Waits)).Status);
        var review = await RunningDemo.OpenReview(dana, new WrittenInvoice("FULL-1", 42, []));
        var verdict = Verdict.Approve(await ada.Get($"/api/reviews/{review}"));
        // Longer than what may be left of the last page.
        verdict["note"] = Text(3_900);

        await Limit("pragma page_count");
        var (opened, refused) = await Fill(dana);
        var (status, body) = await ada.TryJson($"/api/reviews/{review}/verdict", verdict, "verdict");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "storage-unavailable"), (status, (string?)body["code"]));
        Assert.Equal(503, (int)body["status"]!);
        Assert.Null((await ada.Get($"/api/reviews/{review}"))["verdict"]);
        Assert.Empty(server.Posted("FULL-1"));
        Assert.Equal(opened, await CountOf(max, "waits"));

        await Limit("1000000");
        Assert.Equal(HttpStatusCode.Created, (await dana.TryJson("/api/cases", refused["body"]!, (string)refused["key"]!)).Status);
        Assert.Equal(HttpStatusCode.OK, (await ada.TryJson($"/api/reviews/{review}/verdict", verdict, "verdict")).Status);
        Assert.Equal(HttpStatusCode.OK, (await ada.TryJson($"/api/reviews/{review}/verdict", verdict, "verdict")).Status);

        await Until.Holds("the end of FULL-1", async () => (await max.Get($"/api/cases/{review[..review.LastIndexOf('-')]}"))["closedAt"] is not null);
        Assert.Single(server.Posted("FULL-1"));
        Assert.Equal(opened + 1, await CountOf(max, "waits"));
        Assert.Empty(await Faults(max));
    }

    /// <summary>Opens cases until not even a small one fits; answers how many there are, and the first request that was refused.</summary>
    private static async Task<(int Opened, JsonObject Refused)> Fill(Person dana)
    {
        var opened = 0;
        JsonObject? refused = null;
        foreach (var characters in (int[])[200_000, 20_000, 4_000, 1_000])
        {
            for (var full = false; !full;)
            {
                var request = new JsonObject { ["process"] = "waits", ["variables"] = new JsonObject { ["text"] = Text(characters) } };
                var (status, body) = await dana.TryJson("/api/cases", request, $"case-{characters}-{opened}");
                full = status == HttpStatusCode.ServiceUnavailable;
                Assert.True(full || status == HttpStatusCode.Created, $"{(int)status} {body.ToJsonString()}");
                if (!full) opened++;
                else refused ??= new JsonObject { ["key"] = $"case-{characters}-{opened}", ["body"] = request };
            }
        }

        return (opened, refused!);
    }

    private static string Text(int characters) => RandomNumberGenerator.GetHexString(characters);

    private async Task Limit(string pages)
    {
        var store = server.Services.GetRequiredService<SqliteStore>();
        await store.Write(turn => turn.Database.Number(pages.StartsWith("pragma", StringComparison.Ordinal)
            ? $"pragma max_page_count = {turn.Database.Number(pages)}" : $"pragma max_page_count = {pages}"), TestContext.Current.CancellationToken);
    }

    private static async Task<int> CountOf(Person max, string process) =>
        (await max.All("/api/cases")).Count(row => (string)row["process"]! == process);

    /// <summary>Checks every chain of the store and answers what is wrong.</summary>
    private static async Task<JsonArray> Faults(Person max)
    {
        await max.Post("/api/audit/chain");
        var done = await Until.Some("the check of the chains", async () => await max.Get("/api/audit/chain") is { } found
            && !(bool)found["running"]! && (long)found["facts"]! > 0 ? found : null);
        return done["problems"]!.AsArray();
    }
}
