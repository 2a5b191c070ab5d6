using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Nodes;
using EndToEnd.Tests.Running;
using Ninben.Feel;
using Ninben.Testing.Ledger;
using Ninben.Testing.Samples;

namespace EndToEnd.Tests;

/// <summary>Every sample, run as its readers would: over HTTP, with its own documents and the verdicts it scripts.</summary>
public sealed class SampleTests(RunningDemo server) : IClassFixture<RunningDemo>
{
    private static readonly bool s_hasTesseract = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "tesseract")));

    [Theory]
    [InlineData("invoice-approval")]
    [InlineData("expense-audit")]
    [InlineData("refund")]
    [InlineData("claims-handling")]
    public async Task Every_case_of_a_sample_comes_to_what_is_expected(string name)
    {
        var sample = SampleLoader.Load(Path.Combine(Repository.Samples, name));
        Assert.SkipWhen(sample.NeedsCalibration && sample.Calibration is null && name == "invoice-approval",
            "The sample has no calibration.json; without one every invoice is held as not measured.");
        await SampleSeed.Deploy(sample, Door(), TestContext.Current.CancellationToken);
        using var max = await server.Enter("max");

        var opened = new List<(string Id, SampleCase Case)>();
        foreach (var item in sample.Cases)
        {
            if (!s_hasTesseract && !item.Documents.IsEmpty && item.TextDocuments.IsEmpty) continue;
            opened.Add((await Open(max, item), item));
        }

        Assert.NotEmpty(opened);
        var failures = new List<string>();
        foreach (var (id, item) in opened) failures.AddRange(await Settle(max, id, item.Expected));
        foreach (var (id, item) in opened) failures.AddRange(await Check(max, id, item.Expected));
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private SampleDoor Door() => new(
        (Ninben.Runtime.Deployments.IDeployments)server.Services.GetService(typeof(Ninben.Runtime.Deployments.IDeployments))!,
        (Ninben.Runtime.Documents.IDocuments)server.Services.GetService(typeof(Ninben.Runtime.Documents.IDocuments))!,
        (Ninben.Runtime.Execution.ICaseRunner)server.Services.GetService(typeof(Ninben.Runtime.Execution.ICaseRunner))!, TimeProvider.System);

    private static async Task<string> Open(Person max, SampleCase item)
    {
        var variables = JsonNode.Parse(FeelJson.ToJson(FeelValue.From(item.Variables)))!.AsObject();
        foreach (var (variable, file) in s_hasTesseract ? item.Documents : item.TextDocuments)
            variables[variable] = await max.Upload(file.Bytes, file.MediaType, file.Name);
        return await max.OpenCase(item.Process, item.BusinessKey, variables);
    }

    /// <summary>Waits until the gate has judged, and gives the scripted verdicts.</summary>
    private static async Task<IReadOnlyList<string>> Settle(Person max, string id, ExpectedCase expected)
    {
        var failures = new List<string>();
        if (expected.Verdict is { } verdict) failures.AddRange(await Give(max, (id, expected.Element, verdict), expected.Reasons));
        if (expected.Task is { } task) failures.AddRange(await Give(max, (id, "", task), []));
        foreach (var step in expected.Then)
        {
            if (step.Verdict is { } more) failures.AddRange(await Give(max, (id, "", more), []));
            if (step.Message is { } message) await Send(max, message);
        }

        return failures;
    }

    /// <summary>Sends a message until the case that it is for waits for it; an early one is kept.</summary>
    private static async Task Send(Person max, ScriptedMessage message)
    {
        var (status, answer) = await max.TryJson("/api/messages", new JsonObject
        {
            ["name"] = message.Name,
            ["key"] = message.Key,
            ["payload"] = JsonNode.Parse(FeelJson.ToJson(message.Payload)),
            ["timeToLiveSeconds"] = 600,
        });
        Assert.True((int)status == 200, $"The message was refused: {answer.ToJsonString()}");
    }

    private static async Task<IReadOnlyList<string>> Give(Person max, (string Case, string Element, ScriptedVerdict Script) held, ImmutableArray<string> codes)
    {
        JsonObject detail = [];
        var row = await Until.Some($"a review of {held.Case}, or its end", async () =>
        {
            detail = await max.Get($"/api/cases/{held.Case}");
            var open = detail["reviews"]!.AsArray().FirstOrDefault(r => (string)r!["state"]! is "ready" or "claimed");
            return open ?? (detail["closedAt"] is null && detail["incidents"]!.AsArray().Count == 0 ? null : new JsonObject());
        });
        var name = $"{(string?)detail["businessKey"]}";
        if (row["id"] is null) return [$"{name}: expected a review, found {(string)detail["state"]!} with {detail["variables"]!.ToJsonString()} " +
            $"{detail["incidents"]!.ToJsonString()}"];
        var review = await max.Get($"/api/reviews/{row["id"]}");
        var why = review["content"]!["why"]!.AsArray().Select(r => (string)r!["code"]!).ToArray();
        var failures = codes.Except(why).Select(code => $"{name}: expected reason {code}, found {string.Join(", ", why)}").ToList();
        var (status, answer) = await max.TryJson($"/api/reviews/{row["id"]}/verdict", Verdict.Of(review, held.Script));
        if (!((int)status is 200 or 201)) failures.Add($"{name}: the verdict was refused: {answer.ToJsonString()}");
        return failures;
    }

    private async Task<IReadOnlyList<string>> Check(Person max, string id, ExpectedCase expected)
    {
        var since = Stopwatch.GetTimestamp();
        var detail = await Until.Some($"the end of {id}", async () =>
        {
            var found = await max.Get($"/api/cases/{id}");
            var stuck = found["reviews"]!.AsArray().Any(r => (string)r!["state"]! == "ready") || found["incidents"]!.AsArray().Count > 0;
            return found["closedAt"] is not null || (stuck && Stopwatch.GetElapsedTime(since) > TimeSpan.FromSeconds(5)) ? found : null;
        });
        var failures = new List<string>();
        var name = (string?)detail["businessKey"];
        var ended = detail["tokens"]!.AsArray().Where(t => (string)t!["state"]! == "completed").Select(t => (string)t!["element"]!).ToArray();
        if (!ended.Contains(expected.End, StringComparer.Ordinal))
        {
            failures.Add($"{name}: expected the end {expected.End}, found {string.Join(", ", ended)}; why: "
                + string.Join(", ", detail["reviews"]!.AsArray().Select(r => (string)r!["why"]!)));
        }

        if (expected.Outcome != "hold" && detail["reviews"]!.AsArray().Any(r => ((string)r!["id"]!).Length > 0) && expected.Task is null)
            failures.Add($"{name}: expected {expected.Outcome}, found a review");
        failures.AddRange(Books(name, id, expected, detail));
        return failures;
    }

    private IEnumerable<string> Books(string? name, string id, ExpectedCase expected, JsonObject detail)
    {
        var keys = detail["actions"]!.AsArray().Select(a => (string)a!["key"]!).ToHashSet(StringComparer.Ordinal);
        LedgerEntry[] entries = [.. server.Ledger.Entries.Where(e => keys.Contains(e.Key))];
        if (entries.Length != expected.Ledger.Length)
            yield return $"{name} ({id}): expected {expected.Ledger.Length} entries, found {string.Join(", ", entries.Select(entry => entry.Book))}";
        foreach (var wanted in expected.Ledger)
        {
            if (entries.FirstOrDefault(entry => entry.Book == wanted.Book) is not { } entry)
            {
                yield return $"{name} ({id}): expected an entry in the book {wanted.Book}, found {string.Join(", ", entries.Select(found => found.Book))}";
                continue;
            }

            var body = FeelJson.Parse(System.Text.Encoding.UTF8.GetBytes(entry.Body.GetRawText()));
            foreach (var (field, value) in wanted.Body)
                if (body[field] != value) yield return $"{name}: expected {field} = {value}, found {body[field]}";
        }
    }
}
