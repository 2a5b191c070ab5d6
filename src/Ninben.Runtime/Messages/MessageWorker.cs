using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Execution;
using Ninben.Runtime.Jobs;

namespace Ninben.Runtime.Messages;

/// <summary>Delivers messages that cases threw, and records what became of each in the case that threw it.</summary>
internal sealed class MessageWorker(CaseRunner runner, Messenger messenger, IWorkQueue queue, RuntimeOptions options, TimeProvider time,
    ILogger<MessageWorker> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var settings = new WorkLoopSettings(WorkKind.Message, options.ParallelMessages, 0, options.LeaseMargin, options.PollEvery);
        return new WorkLoop(queue, settings, Deliver, time, logger).Run(stoppingToken);
    }

    private async Task Deliver(WorkItem item, CancellationToken cancellationToken)
    {
        if (item.Request is not MessageThrown thrown) return;
        var message = new Message(item.Id.ToString(), thrown.Name, thrown.Key, thrown.Payload, TimeSpan.FromSeconds(thrown.TimeToLive));
        var delivery = await messenger.Send(message, Actor.Engine, cancellationToken);
        var settle = new SettleMessage(item.Id.Number, delivery.Outcome, delivery.Case?.Value);
        await runner.Execute(new CaseRequest(item.Id.Case, settle, Actor.Engine, null, item.Lease), cancellationToken);
    }
}
