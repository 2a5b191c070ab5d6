using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Execution;
using Ninben.Runtime.Jobs;

namespace Ninben.Runtime.Messages;

/// <summary>Brings kept messages to events that begin to wait for them later.</summary>
internal sealed class KeptMessageWorker(Messenger messenger, IMessageStore store, IWorkQueue queue, RuntimeOptions options, TimeProvider time,
    ILogger<KeptMessageWorker> logger) : BackgroundService
{
    private readonly WakeLoop loop = new(queue, WorkKind.KeptMessage, options, time, logger);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop.Run(Turn, stoppingToken);

    /// <summary>Delivers what is wanted now; looks again at once when something was, because more may be.</summary>
    private async Task<TimeSpan?> Turn(CancellationToken cancellationToken)
    {
        var isAny = false;
        foreach (var kept in await store.Wanted(time.GetUtcNow(), cancellationToken))
            await loop.Attempt($"message {kept.Id}", async () => isAny |= await Deliver(kept, cancellationToken), cancellationToken);
        return isAny ? TimeSpan.Zero : null;
    }

    private async Task<bool> Deliver(KeptMessage kept, CancellationToken cancellationToken)
    {
        var message = new Message(kept.Id, kept.Name, kept.Key, kept.Payload, TimeSpan.Zero);
        if (await messenger.Receive(message, Actor.Engine, cancellationToken) is null) return false;
        await store.Forget(kept.Id, cancellationToken);
        return true;
    }
}
