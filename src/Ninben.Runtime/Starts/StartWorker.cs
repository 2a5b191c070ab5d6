using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Events.Timers;
using Ninben.Bpmn.Model;
using Ninben.Feel;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Deployments;
using Ninben.Runtime.Execution;
using Ninben.Runtime.Jobs;

namespace Ninben.Runtime.Starts;

/// <summary>
/// Opens cases of processes that begin with a timer, of the newest version only. Each firing has a command key of its own, so that a crash between the
/// case and the schedule does not open it twice. Times that passed while nobody ran are made up for one after the other.
/// </summary>
internal sealed partial class StartWorker(ICaseRunner runner, IStartSchedule schedule, IDeployments deployments, IWorkQueue queue, RuntimeOptions options,
    TimeProvider time, ILogger<StartWorker> logger) : BackgroundService
{
    private readonly WakeLoop loop = new(queue, WorkKind.Start, options, time, logger);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop.Run(Turn, stoppingToken);

    /// <summary>Brings the schedule up to date with the deployments and fires what is due; how long it is to the next one.</summary>
    private async Task<TimeSpan?> Turn(CancellationToken cancellationToken)
    {
        var rows = (await schedule.List(cancellationToken)).ToDictionary(row => (row.Process, row.Element));
        DateTimeOffset? next = null;
        foreach (var model in deployments.List("process").GroupBy(model => model.Id, StringComparer.Ordinal)
            .Select(versions => versions.MaxBy(one => one.Version)!))
        {
            foreach (var start in deployments.Process(model.Id, model.Version)?.EventStarts ?? [])
            {
                DateTimeOffset? due = null;
                var known = rows.GetValueOrDefault((model.Id, start.Id));
                await loop.Attempt($"{model.Id}/{start.Id}", async () => due = await Advance((model, start), known, cancellationToken), cancellationToken);
                if (due is { } later && (next is null || later < next)) next = later;
            }
        }

        return next - time.GetUtcNow();
    }

    /// <summary>Fires one start event as often as it is due; when it is due again, or null.</summary>
    private async Task<DateTimeOffset?> Advance((DeployedModel Model, Element Event) start, ScheduledStart? row, CancellationToken cancellationToken)
    {
        var model = start.Model;
        if (row is null || row.Version != model.Version)
        {
            if (TimerStart.First(start.Event, model.DeployedAt) is not var (due, every, repeats)) return null;
            row = new ScheduledStart(model.Id, start.Event.Id, model.Version, due, every, repeats);
            await schedule.Set(row, cancellationToken);
        }

        while (row.Due <= time.GetUtcNow()) row = await Fire(row, cancellationToken);
        return row.Due;
    }

    private async Task<ScheduledStart> Fire(ScheduledStart row, CancellationToken cancellationToken)
    {
        var id = new CaseId(Guid.CreateVersion7().ToString("N"));
        var open = new OpenCase(id, row.Process, row.Version, null, FeelContext.Empty) { Start = row.Element };
        var key = new CommandKey(FormattableString.Invariant($"start/{StartKey.Of(row)}/{row.Due!.Value.ToUnixTimeMilliseconds()}"), "");
        var answer = await runner.Execute(id, open, Actor.Engine, key, cancellationToken);
        if (answer.Refusal is { } refusal) LogRefused(logger, row.Process, refusal.Code, refusal.Message);
        var after = row with
        {
            Due = row.Every is { } every && row.Repeats != 0 ? row.Due + every : null,
            Repeats = row.Repeats > 0 ? row.Repeats - 1 : row.Repeats,
        };
        await schedule.Set(after, cancellationToken);
        return after;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A timer did not start a case of {Process}: {Code}: {Message}")]
    private static partial void LogRefused(ILogger logger, string process, string code, string message);
}
