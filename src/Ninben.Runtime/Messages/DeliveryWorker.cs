using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Execution;
using Ninben.Runtime.Jobs;

namespace Ninben.Runtime.Messages;

/// <summary>Delivers messages and signals that cases threw, and records what became of each in the case that threw it.</summary>
internal sealed class DeliveryWorker(CaseRunner runner, Messenger messenger, IWorkQueue queue, RuntimeOptions options, TimeProvider time,
    ILogger<DeliveryWorker> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Loop(WorkKind.Message, Deliver).Run(stoppingToken), Loop(WorkKind.Signal, Tell).Run(stoppingToken));

    private WorkLoop Loop(WorkKind kind, Func<WorkItem, CancellationToken, Task> perform) =>
        new(queue, new WorkLoopSettings(kind, options.ParallelMessages, 0, options.LeaseMargin, options.PollEvery), perform, time, logger);

    private async Task Deliver(WorkItem item, CancellationToken cancellationToken)
    {
        if (item.Request is not MessageThrown thrown) return;
        var message = new Message(item.Id.ToString(), thrown.Name, thrown.Key, thrown.Payload, TimeSpan.FromSeconds(thrown.TimeToLive));
        var delivery = await messenger.Send(message, Actor.Engine, cancellationToken);
        await Settle(item, new SettleMessage(item.Id.Number, delivery.Outcome, delivery.Case?.Value), cancellationToken);
    }

    private async Task Tell(WorkItem item, CancellationToken cancellationToken)
    {
        if (item.Request is not SignalThrown thrown) return;
        var at = await runner.Read(item.Id.Case, state => state.Instance(thrown.Instance)?.EnteredAt, cancellationToken) ?? time.GetUtcNow();
        var call = new SignalCall(item.Id.ToString(), thrown.Name, thrown.Payload, at, item.Id.Case);
        var delivery = await messenger.Tell(call, Actor.Engine, cancellationToken);
        await Settle(item, new SettleSignal(item.Id.Number, delivery.Heard, delivery.Started), cancellationToken);
    }

    private Task<CaseAnswer> Settle(WorkItem item, CaseCommand settle, CancellationToken cancellationToken) =>
        runner.Execute(new CaseRequest(item.Id.Case, settle, Actor.Engine, null, item.Lease), cancellationToken);
}
