using System.Diagnostics;

namespace Ninben.Dev.Commands.Bench;

/// <summary>
/// The load loop: so many clients, each opens a case and, when it waits for a person, approves it, then takes the next. The run ends when
/// every case has ended. Latency is that of acknowledged commands (open, approve).
/// </summary>
/// <param name="target">What is driven.</param>
/// <param name="first">Number of the first case; as many must have ended before.</param>
/// <param name="cases">How many cases.</param>
/// <param name="concurrency">How many clients.</param>
internal sealed class FlowLoad(IFlowTarget target, int first, int cases, int concurrency)
{
    /// <summary>Cases that run before anything is measured, so that the numbers are those of compiled code. They count in the bytes and the ledger.</summary>
    public const int WarmUp = 4_000;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private readonly List<double>[] latencies = new List<double>[concurrency];
    private int next;

    /// <summary>The warm-up, then the measured run.</summary>
    public static async Task<FlowResult> Run(IFlowTarget target, int cases, int concurrency, CancellationToken cancellationToken)
    {
        await Console.Error.WriteLineAsync($"  warming up with {WarmUp:N0} cases");
        await new FlowLoad(target, 0, WarmUp, concurrency).Run(cancellationToken);
        GC.Collect();
        return await new FlowLoad(target, WarmUp, cases, concurrency).Run(cancellationToken);
    }

    private async Task<FlowResult> Run(CancellationToken cancellationToken)
    {
        var allocated = GC.GetTotalAllocatedBytes();
        var (gen0, gen1, gen2, pause) = (GC.CollectionCount(0), GC.CollectionCount(1), GC.CollectionCount(2), GC.GetTotalPauseDuration());
        var processor = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        using var reporting = new CancellationTokenSource();
        var reporter = Report(clock, reporting.Token);
        await Task.WhenAll(Enumerable.Range(0, concurrency).Select(client => Task.Run(() => Drive(client, cancellationToken), cancellationToken)));
        while (await target.CountClosed(cancellationToken) < first + cases) await Task.Delay(Look, cancellationToken);
        var elapsed = clock.Elapsed;
        var used = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / cases;
        await reporting.CancelAsync();
        await reporter;

        var all = latencies.SelectMany(list => list).Order().ToArray();
        return new FlowResult(cases / elapsed.TotalSeconds, Percentile.Of(all, 0.50), Percentile.Of(all, 0.99), used,
            (GC.GetTotalAllocatedBytes() - allocated) / 1024.0 / cases,
            $"{GC.CollectionCount(0) - gen0} / {GC.CollectionCount(1) - gen1} / {GC.CollectionCount(2) - gen2}, "
            + $"{(GC.GetTotalPauseDuration() - pause).TotalMilliseconds:0} ms");
    }

    private async Task Drive(int client, CancellationToken cancellationToken)
    {
        var mine = latencies[client] = new List<double>((2 * cases / concurrency) + 16);
        while (Interlocked.Increment(ref next) - 1 is var number && number < cases)
        {
            var start = Stopwatch.GetTimestamp();
            var id = await target.Open(first + number, cancellationToken);
            mine.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (number % 2 == 0) continue;

            start = Stopwatch.GetTimestamp();
            await target.Approve(id, cancellationToken);
            mine.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    private async Task Report(Stopwatch clock, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(TimeSpan.FromSeconds(2), cancellationToken);
                await Console.Error.WriteLineAsync(
                    $"  {clock.Elapsed.TotalSeconds,5:0} s: {Math.Min(next, cases):N0} opened, {await target.CountClosed(cancellationToken) - first:N0} ended");
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }
}
