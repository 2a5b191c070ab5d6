using System.Diagnostics;

namespace Ninben.Dev.Commands.Bench.Feel;

/// <summary>Measures by processor time, which other programs on the machine hardly change.</summary>
internal static class CpuClock
{
    private const int Windows = 3;
    private const int MostWarmUps = 12;
    private static readonly TimeSpan s_window = TimeSpan.FromMilliseconds(150);

    /// <summary>How often the operation runs in a second of processor time: the median of some windows, after a warm-up.</summary>
    public static double PerSecond(Action operation)
    {
        // Warm when it gets no faster: the compiler's second tier may take a while to arrive on a busy machine.
        var last = Count(operation, s_window);
        for (var i = 0; i < MostWarmUps; i++)
        {
            var next = Count(operation, s_window);
            if (next < last * 1.05) break;
            last = next;
        }

        var rates = new double[Windows];
        for (var i = 0; i < Windows; i++) rates[i] = Count(operation, s_window);
        Array.Sort(rates);
        return rates[Windows / 2];
    }

    public static double GeometricMean(IEnumerable<double> rates) => Math.Exp(rates.Average(Math.Log));

    private static double Count(Action operation, TimeSpan window)
    {
        using var process = Process.GetCurrentProcess();
        var began = process.TotalProcessorTime;
        var wall = Stopwatch.GetTimestamp();
        long count = 0;
        var batch = 1;
        while (Stopwatch.GetElapsedTime(wall) < window)
        {
            for (var i = 0; i < batch; i++) operation();
            count += batch;
            if (batch < 1 << 14) batch *= 2;
        }

        process.Refresh();
        return count / (process.TotalProcessorTime - began).TotalSeconds;
    }
}
