using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Ninben.Dev.Commands.Bench;

/// <summary>
/// <c>bench decide</c>: how long a person waits until a verdict is recorded. Open loop: verdicts leave on a fixed schedule and each is timed from
/// the instant at which it was due, so that a pause of the server counts for everybody it delayed.
/// </summary>
internal static class DecideCommand
{
    private const int WarmUpSeconds = 3;
    private const int Openers = 16;

    public static Command Create()
    {
        var rate = new Option<int>("--rate") { Description = "Verdicts per second.", DefaultValueFactory = _ => 200 };
        var seconds = new Option<int>("--seconds") { Description = "How long.", DefaultValueFactory = _ => 20 };
        var json = new Option<bool>("--json") { Description = "Prints the result as one JSON line, last." };
        var command = new Command("decide", "Gives verdicts over HTTP at a fixed rate and measures how long each takes.") { rate, seconds, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var root = Directory.CreateTempSubdirectory("ninben-bench-").FullName;
            try
            {
                var (p50, p99) = await Run(root, (parsed.GetValue(rate), parsed.GetValue(seconds)), cancellationToken);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"decision recorded p50  {p50,10:0.000} ms\ndecision recorded p99  {p99,10:0.000} ms"));
                if (parsed.GetValue(json))
                    Console.WriteLine(JsonSerializer.Serialize(new Dictionary<string,
                        double>
                    { ["p50Ms"] = Math.Round(p50, 3), ["p99Ms"] = Math.Round(p99, 3) }));
            }
            finally
            {
                Directory.Delete(root, recursive: true);
            }

            return 0;
        });
        return command;
    }

    private static async Task<(double P50, double P99)> Run(string folder, (int Rate, int Seconds) load, CancellationToken cancellationToken)
    {
        await using var target = await HttpTarget.Start(folder, new RecordingLedger(), cancellationToken);
        var warmUp = load.Rate * WarmUpSeconds;
        var count = warmUp + (load.Rate * load.Seconds);
        await Console.Error.WriteLineAsync($"  opening {count:N0} cases");
        var reviews = await Open(target, count, cancellationToken);
        await Console.Error.WriteLineAsync($"  {load.Rate} verdicts per second");
        var times = await Drive(target, reviews, load.Rate, cancellationToken);
        var sorted = times[warmUp..].Order().ToArray();
        return (Percentile.Of(sorted, 0.50), Percentile.Of(sorted, 0.99));
    }

    private static async Task<(string Review, string Shown)[]> Open(HttpTarget target, int count, CancellationToken cancellationToken)
    {
        var reviews = new ConcurrentBag<(string Review, string Shown)>();
        var how = new ParallelOptions { MaxDegreeOfParallelism = Openers, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, count), how, async (number, cancelled) =>
        {
            // Cases with an odd number wait for a person.
            var id = await target.Open((2 * number) + 1, cancelled);
            reviews.Add(await target.Find(id, cancelled));
        });
        return [.. reviews];
    }

    private static async Task<double[]> Drive(HttpTarget target, (string Review, string Shown)[] reviews, int rate, CancellationToken cancellationToken)
    {
        var times = new double[reviews.Length];
        var running = new Task[reviews.Length];
        var between = Stopwatch.Frequency / (double)rate;
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < reviews.Length; i++)
        {
            var due = start + (long)(i * between);
            while (Stopwatch.GetTimestamp() < due) await Task.Delay(1, cancellationToken);
            running[i] = One(i, due);
        }

        await Task.WhenAll(running);
        return times;

        async Task One(int number, long due)
        {
            await target.Give(reviews[number], cancellationToken);
            times[number] = Stopwatch.GetElapsedTime(due).TotalMilliseconds;
        }
    }
}
