using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Feel;
using Ninben.Oversight.Facts;
using Ninben.Oversight.Gates;
using Ninben.Oversight.Proposals;
using Ninben.Oversight.Reviews;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Streams;
using Ninben.Runtime.Views;

namespace Ninben.Dev.Commands.Bench;

/// <summary><c>bench inbox</c>: the first page of the inbox with very many open reviews.</summary>
internal static class InboxCommand
{
    private const int Groups = 50;
    private const int Queries = 2000;

    public static Command Create()
    {
        var tasks = new Option<int>("--tasks") { Description = "How many reviews are open.", DefaultValueFactory = _ => 100_000 };
        var json = new Option<bool>("--json") { Description = "Prints the result as one JSON line, last." };
        var command = new Command("inbox", "Reads the inbox's first page with many open reviews in 50 groups.") { tasks, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var root = Directory.CreateTempSubdirectory("ninben-bench-").FullName;
            try
            {
                await Run(root, parsed.GetValue(tasks), parsed.GetValue(json), cancellationToken);
            }
            finally
            {
                Directory.Delete(root, recursive: true);
            }

            return 0;
        });
        return command;
    }

    private static async Task Run(string folder, int tasks, bool json, CancellationToken cancellationToken)
    {
        await using var engine = await EngineHost.Start(folder, new RecordingLedger(), cancellationToken);
        await Seed(engine.Get<ICaseStreams>(), tasks, cancellationToken);
        var view = engine.Get<IReviewView>();
        var random = new Random(7);
        var times = new List<double>(Queries);
        for (var i = -100; i < Queries; i++)
        {
            // A reviewer of five groups, a different one each time.
            var groups = Enumerable.Range(0, 5).Select(_ => $"group-{random.Next(Groups)}").ToArray();
            var start = Stopwatch.GetTimestamp();
            var page = await view.List(new ReviewQuery(ReviewListing.Open, "vera", [.. groups], null, null, null, null, 50), cancellationToken);
            if (i >= 0) times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (page.Items.Count == 0) throw new InvalidOperationException("The inbox is empty.");
        }

        times.Sort();
        var (p50, p99) = (Percentile.Of(times, 0.50), Percentile.Of(times, 0.99));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"open reviews    {tasks,10:N0}\nfirst page p50  {p50,10:0.000} ms\nfirst page p99  {p99,10:0.000} ms"));
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string, double> { ["p50Ms"] = Math.Round(p50, 3), ["p99Ms"] = Math.Round(p99, 3) }));
    }

    /// <summary>Appends streams with an open review each, without running a process for them.</summary>
    private static async Task Seed(ICaseStreams streams, int tasks, CancellationToken cancellationToken)
    {
        var random = new Random(11);
        var now = DateTimeOffset.FromUnixTimeMilliseconds(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        var pending = new List<Task>(1000);
        for (var i = 0; i < tasks; i++)
        {
            var id = new CaseId(Guid.CreateVersion7().ToString("n"));
            DateTimeOffset? due = random.Next(4) == 0 ? null : now.AddSeconds(random.Next(-3600, 864_000));
            var stamp = new Stamp(now, EngineHost.Client, "seed");
            Fact[] facts =
            [
                new CaseOpened("expense", 1, new string('0', 64), null, FeelContext.Empty),
                Review(id, (i, $"group-{random.Next(Groups)}", random.Next(101)), due),
            ];
            pending.Add(streams.Append(new CaseAppend(id, 0, stamp, BurstSealer.Seal(id, (0, default), stamp, [.. facts])), cancellationToken));
            if (pending.Count < 1000) continue;
            await Task.WhenAll(pending);
            pending.Clear();
            if ((i + 1) % 20_000 == 0) await Console.Error.WriteLineAsync($"  {i + 1:N0} reviews opened");
        }

        await Task.WhenAll(pending);
    }

    private static ReviewOpened Review(CaseId id, (int Number, string Group, int Priority) row, DateTimeOffset? due)
    {
        var proposal = new Proposal(FeelValue.From(row.Number), [], null, [], [], new ProposalSource("bench", "none", "1"));
        var title = string.Create(CultureInfo.InvariantCulture, $"INV-{row.Number:000000} · Northwind Bearings");
        var content = new ReviewContent($"{id}-2", "Expense", "Assess the expense", title, proposal,
            [new Reason("over-limit", "The amount is above what a policy lets pass.")], FrictionTier.Low, default, []);
        return new ReviewOpened(2, 1, content, new string('0', 64), row.Group, row.Priority, due, FrictionTier.Low, 1);
    }
}
