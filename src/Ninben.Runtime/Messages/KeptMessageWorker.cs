using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Execution;
using Ninben.Runtime.Jobs;
using Ninben.Runtime.Streams;

namespace Ninben.Runtime.Messages;

/// <summary>Brings kept messages to events that begin to wait for them later.</summary>
internal sealed partial class KeptMessageWorker(Messenger messenger, IMessageStore store, IWorkQueue queue, RuntimeOptions options, TimeProvider time,
    ILogger<KeptMessageWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await Turn(stoppingToken)) continue;
                await queue.Wait(WorkKind.KeptMessage, options.PollEvery, stoppingToken);
            }
            catch (StorageException fault)
            {
                LogFailed(logger, fault);
                await Task.Delay(options.PollEvery, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>Delivers what is wanted now; true when something was, so that more may be.</summary>
    private async Task<bool> Turn(CancellationToken cancellationToken)
    {
        // Looking marks the beginning: what opens from here on wakes the wait.
        await queue.NextDue(WorkKind.KeptMessage, cancellationToken);
        var isAny = false;
        foreach (var kept in await store.Wanted(time.GetUtcNow(), cancellationToken))
        {
            var message = new Message(kept.Id, kept.Name, kept.Key, kept.Payload, TimeSpan.Zero);
            if (await messenger.Receive(message, Actor.Engine, cancellationToken) is null) continue;
            await store.Forget(kept.Id, cancellationToken);
            isAny = true;
        }

        return isAny;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Kept messages could not be delivered; trying again")]
    private static partial void LogFailed(ILogger logger, Exception fault);
}
