using System.Collections.Concurrent;
using System.Globalization;

namespace Ninben.Runtime.Tests.Faults;

/// <summary>
/// Clients that send commands with keys, note what is acknowledged, and ask again with the same key when the host died; and somebody who kills
/// the host at random moments.
/// </summary>
internal sealed class KillDriver(string folder, Random random)
{
    private readonly ConcurrentDictionary<int, string> opened = new();
    private readonly ConcurrentDictionary<string, bool> approved = new();
    private readonly ConcurrentDictionary<int, string> callers = new();
    private readonly Lock gate = new();
    private TaskCompletionSource replaced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private (int At, TaskCompletionSource Reached) moment = (int.MaxValue, new(TaskCreationOptions.RunContinuationsAsynchronously));
    private int acknowledged;
    private HostProcess? host;
    private volatile bool stopping;
    private int number;

    /// <summary>Acknowledged: number and case.</summary>
    public IReadOnlyDictionary<int, string> Opened => opened;

    /// <summary>Acknowledged verdicts.</summary>
    public IReadOnlyDictionary<string, bool> Approved => approved;

    /// <summary>Acknowledged cases that call another one: number and case.</summary>
    public IReadOnlyDictionary<int, string> Callers => callers;

    public async Task Run(int kills, int clients)
    {
        Replace(new HostProcess(folder));
        var work = Enumerable.Range(0, clients).Select(_ => Task.Run(Client, TestContext.Current.CancellationToken)).ToArray();
        for (var i = 0; i < kills; i++)
        {
            await Acknowledged(random.Next(1, 120));
            var old = Current;
            old.Kill();
            await old.DisposeAsync();
            Replace(new HostProcess(folder));
        }

        stopping = true;
        await Task.WhenAll(work);
        await Current.DisposeAsync();
    }

    private HostProcess Current
    {
        get
        {
            lock (gate) return host!;
        }
    }

    private void Replace(HostProcess with)
    {
        lock (gate)
        {
            host = with;
            replaced.TrySetResult();
            replaced = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Completes when another host took the place of this one.</summary>
    private Task Replaced(HostProcess dead)
    {
        lock (gate) return ReferenceEquals(host, dead) ? replaced.Task.WaitAsync(TestContext.Current.CancellationToken) : Task.CompletedTask;
    }

    /// <summary>Completes after so many more acknowledgements: a kill falls at a random point of the work, however fast the machine is.</summary>
    private Task Acknowledged(int more)
    {
        lock (gate)
        {
            moment = (acknowledged + more, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            return moment.Reached.Task.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    private void CountAcknowledgement()
    {
        lock (gate)
        {
            acknowledged++;
            if (acknowledged >= moment.At) moment.Reached.TrySetResult();
        }
    }

    private async Task Client()
    {
        while (!stopping)
        {
            var mine = Interlocked.Increment(ref number);
            var id = (await Until($"open {mine.ToString(CultureInfo.InvariantCulture)}"))[1];
            if (!opened.TryAdd(mine, id)) throw new InvalidOperationException($"Number {mine} was opened twice.");

            // Numbers of called expenses are apart from all others, and even, so that they pass.
            if (mine % 4 == 0) callers[mine] = (await Until($"call {(1_000_000 + mine).ToString(CultureInfo.InvariantCulture)}"))[1];

            // Every third of those that wait stays waiting.
            if (mine % 2 == 0 || mine % 3 == 0) continue;
            await Until($"approve {id}");
            approved[id] = true;
        }
    }

    /// <summary>Asks until acknowledged, always with the same key.</summary>
    private async Task<string[]> Until(string command)
    {
        while (true)
        {
            var asked = Current;
            if (await asked.Ask(command) is { } answer)
            {
                CountAcknowledgement();
                return answer[0] == "ok" ? answer : throw new InvalidOperationException($"{command} was answered with {string.Join(' ', answer)}.");
            }

            await Replaced(asked);
        }
    }
}
