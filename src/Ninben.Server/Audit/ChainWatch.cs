using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Ninben.Runtime.Audit;
using Ninben.Runtime.Streams;

namespace Ninben.Server.Audit;

/// <summary>Checks all chains in the background, when asked; one check at a time.</summary>
internal sealed class ChainWatch(IStreamAudit audit, TimeProvider time) : BackgroundService
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
        while (await Asked(stoppingToken))
        {
            try
            {
                var report = await new ChainVerifier(audit).Verify(cases => _state = _state with { Cases = cases }, stoppingToken);
                _state = new ChainState(report.Cases, report.Facts, report.Ok,
                    [.. report.Problems.Select(p => new ChainState.ChainProblem(p.Case.Value, p.Sequence, p.Message))], time.GetUtcNow(), Running: false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (StorageException exception)
            {
                _state = new ChainState(0, 0, Ok: false, [new ChainState.ChainProblem("", 0, "The store could not be read: " + exception.Message)],
                    time.GetUtcNow(), Running: false);
            }
        }
    }

    private async Task<bool> Asked(CancellationToken stoppingToken)
    {
        try
        {
            await _asked.Reader.ReadAsync(stoppingToken);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
