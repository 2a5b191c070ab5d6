using Microsoft.Extensions.Logging;
using Ninben.Runtime.Execution;
using Ninben.Runtime.Streams;

namespace Ninben.Runtime.Jobs;

/// <summary>
/// What workers without work rows do: look and do what is to be done, then sleep until they are woken, until the next thing is due, or for the poll
/// interval. What appears while they look wakes them too. Each thing that they do goes through <see cref="Attempt"/>, so that one cannot stop the others.
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

    /// <summary>Does one of several things. A bug in it is logged and answered with false; a store that fails and the end of the worker go through.</summary>
    public async Task<bool> Attempt(string what, Func<Task> act, CancellationToken cancellationToken)
    {
        try
        {
            await act();
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (StorageException)
        {
            throw;
        }
#pragma warning disable CA1031 // One of the places that catch everything: one case's bug must not stop the worker, nor the program with it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogBug(logger, kind, what, fault);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The {Kind} worker could not go on; trying again")]
    private static partial void LogFailed(ILogger logger, WorkKind kind, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "The {Kind} worker failed inside Ninben at {What}; it goes on with the next")]
    private static partial void LogBug(ILogger logger, WorkKind kind, string what, Exception fault);
}
