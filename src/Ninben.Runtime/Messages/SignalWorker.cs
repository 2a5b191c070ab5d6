using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Execution;
using Ninben.Runtime.Jobs;

namespace Ninben.Runtime.Messages;

/// <summary>Tells signals that cases threw to every other case that waited for them, and records in the case that threw it how many heard.</summary>
internal sealed class SignalWorker(CaseRunner runner, Messenger messenger, IWorkQueue queue, RuntimeOptions options, TimeProvider time,
    ILogger<SignalWorker> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var settings = new WorkLoopSettings(WorkKind.Signal, options.ParallelMessages, 0, options.LeaseMargin, options.PollEvery);
        return new WorkLoop(queue, settings, Tell, time, logger).Run(stoppingToken);
    }

    private async Task Tell(WorkItem item, CancellationToken cancellationToken)
    {
        if (item.Request is not SignalThrown thrown) return;
        var at = await runner.Read(item.Id.Case, state => state.Instance(thrown.Instance)?.EnteredAt, cancellationToken) ?? time.GetUtcNow();
        var call = new SignalCall(item.Id.ToString(), thrown.Name, thrown.Payload, at, item.Id.Case);
        var delivery = await messenger.Tell(call, Actor.Engine, cancellationToken);
        var settle = new SettleSignal(item.Id.Number, delivery.Heard, delivery.Started);
        await runner.Execute(new CaseRequest(item.Id.Case, settle, Actor.Engine, null, item.Lease), cancellationToken);
    }
}
