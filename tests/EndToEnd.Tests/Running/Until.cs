using System.Diagnostics;

namespace EndToEnd.Tests.Running;

/// <summary>Waits for a condition that another process or thread brings about.</summary>
internal static class Until
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(90);

    /// <summary>Asks again every 50 ms until the answer is not null; fails after 90 s with what was awaited.</summary>
    public static async Task<T> Some<T>(string what, Func<Task<T?>> ask)
        where T : class
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            if (await ask() is { } found) return found;
            if (Stopwatch.GetElapsedTime(began) > s_deadline) throw new TimeoutException($"Waited {s_deadline.TotalSeconds} s in vain: {what}.");
            await ticks.WaitForNextTickAsync(cancellationToken);
        }
    }

    /// <summary>Asks again every 50 ms until it holds.</summary>
    public static async Task Holds(string what, Func<Task<bool>> ask) => await Some(what, async () => await ask() ? "" : null);
}
