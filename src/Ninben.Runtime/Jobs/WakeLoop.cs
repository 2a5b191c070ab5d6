using Microsoft.Extensions.Logging;
using Ninben.Runtime.Execution;
using Ninben.Runtime.Streams;

namespace Ninben.Runtime.Jobs;

/// <summary>
/// What workers without work rows do: look and do what is to be done, then sleep until they are woken, until the next thing is due, or for the poll
/// interval. What appears while they look wakes them too.
/// </summary>
internal sealed partial class WakeLoop(IWorkQueue queue, WorkKind kind, RuntimeOptions options, TimeProvider time, ILogger logger)
{
    /// <summary>Runs until cancelled.</summary>
    /// <param name="turn">Does what is to be done; how long to sleep then at most, zero to look again at once, or null when nothing is known to come.</param>
    /// <param name="cancellationToken">Ends the loop.</param>
    public async Task Run(Func<CancellationToken, Task<TimeSpan?>> turn, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                queue.Look(kind);
                var wait = await turn(cancellationToken) ?? options.PollEvery;
                if (wait > TimeSpan.Zero) await queue.Wait(kind, wait < options.PollEvery ? wait : options.PollEvery, cancellationToken);
            }
            catch (StorageException fault)
            {
                LogFailed(logger, kind, fault);
                await Task.Delay(options.PollEvery, time, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The {Kind} worker could not go on; trying again")]
    private static partial void LogFailed(ILogger logger, WorkKind kind, Exception fault);
}
