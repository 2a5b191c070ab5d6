using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Execution;
using Ninben.Runtime.Jobs;

namespace Ninben.Runtime.Timers;

/// <summary>Fires timers that are due, a bounded number a turn. Never early; how late depends on the load only.</summary>
internal sealed partial class TimerWorker(CaseRunner runner, IWorkQueue queue, RuntimeOptions options, TimeProvider time, ILogger<TimerWorker> logger)
    : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var settings = new WorkLoopSettings(WorkKind.Timer, options.TimersPerTurn, 0, options.LeaseMargin, options.PollEvery);
        return new WorkLoop(queue, settings, Fire, time, logger).Run(stoppingToken);
    }

    private async Task Fire(WorkItem item, CancellationToken cancellationToken)
    {
        var request = new CaseRequest(item.Id.Case, new FireTimer(item.Id.Number), Actor.Engine, null, item.Lease);
        var answer = await runner.Execute(request, cancellationToken);
        if (answer.Refusal is { } refusal) LogRefused(logger, item.Id, refusal.Code, refusal.Message);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Timer {Timer} did not fire: {Code}: {Message}")]
    private static partial void LogRefused(ILogger logger, ItemId timer, string code, string message);
}
