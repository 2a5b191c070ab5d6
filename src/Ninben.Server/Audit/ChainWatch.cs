using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Ninben.Runtime.Audit;
using Ninben.Runtime.Streams;
using Ninben.Runtime.Views;

namespace Ninben.Server.Audit;

/// <summary>Checks all chains in the background, when asked; one check at a time.</summary>
internal sealed class ChainWatch(IFactReader facts, ICaseView cases, TimeProvider time) : BackgroundService
{
    private readonly Channel<int> _asked = Channel.CreateBounded<int>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private volatile ChainState _state = new(0, 0, Ok: true, [], null, Running: false);

    public ChainState State => _state;

    /// <summary>Asks for a check; while one is running, it is the one asked for.</summary>
    public void Ask()
    {
        if (_state.Running) return;
        _state = _state with { Running = true };
        _asked.Writer.TryWrite(0);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var _ in _asked.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                var report = await StoreCheck.Run(facts, cases, new Told(r => _state = Of(r, _state.CheckedAt, running: true)), stoppingToken);
                _state = Of(report, time.GetUtcNow(), running: false);
            }
            catch (StorageException exception)
            {
                _state = new ChainState(0, 0, Ok: false, [new ChainProblem("", 0, "The store could not be read: " + exception.Message)], time.GetUtcNow(), Running: false);
            }
        }
    }

    private static ChainState Of(ChainReport report, DateTimeOffset? at, bool running) => new(report.Cases, report.Facts, report.Ok, report.Problems, at, running);

    /// <summary>Progress without a synchronisation context: told at once, in order.</summary>
    private sealed class Told(Action<ChainReport> tell) : IProgress<ChainReport>
    {
        public void Report(ChainReport value) => tell(value);
    }
}
