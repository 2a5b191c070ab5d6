using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ninben.Bpmn.Cases;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Execution;
using Ninben.Runtime.Jobs;

namespace Ninben.Runtime.Operations;

/// <summary>
/// Works operations off, a few cases at a time. Each case gets a command key of operation and case, so that a case that was done when the program
/// ended is not done twice.
/// </summary>
internal sealed class OperationWorker(ICaseRunner runner, ICaseReader reader, IOperations operations, IWorkQueue queue, RuntimeOptions options,
    TimeProvider time, ILogger<OperationWorker> logger) : BackgroundService
{
    private const int AtOnce = 50;

    private static readonly Refusal Bug = new(RefusalKind.Conflict, "internal-error",
        "The case could not be changed because of a fault inside Ninben; the log of the server names it.", []);

    private readonly WakeLoop loop = new(queue, WorkKind.Operation, options, time, logger);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => loop.Run(Turn, stoppingToken);

    private async Task<TimeSpan?> Turn(CancellationToken cancellationToken)
    {
        if (await operations.NextRunning(cancellationToken) is not { } operation) return null;
        await Advance(operation, cancellationToken);
        return TimeSpan.Zero;
    }

    private async Task Advance(Operation operation, CancellationToken cancellationToken)
    {
        var next = await operations.Next(operation.Id, AtOnce, cancellationToken);
        var done = new List<OperationCase>();
        foreach (var one in next)
        {
            Refusal? refusal = null;
            if (!await loop.Attempt(one.Case, async () => refusal = await Change(operation, new CaseId(one.Case), cancellationToken), cancellationToken))
                refusal = Bug;
            done.Add(one with { IsDone = true, Code = refusal?.Code, Message = refusal?.Message });
        }

        await operations.Record(operation.Id, done, cancellationToken);
    }

    private async Task<Refusal?> Change(Operation operation, CaseId id, CancellationToken cancellationToken)
    {
        var order = operation.Order;
        switch (order.Kind)
        {
            case OperationKind.Suspend: return await Give(operation, id, new SuspendCase(order.Reason), cancellationToken);
            case OperationKind.Resume: return await Give(operation, id, new ResumeCase(order.Reason), cancellationToken);
            case OperationKind.Cancel: return await Give(operation, id, new CancelCase(order.Reason), cancellationToken);
            case OperationKind.Migrate:
                return await Give(operation, id, new MigrateCase(order.Version!.Value, [.. order.Mapping ?? []], order.Reason), cancellationToken);
            case OperationKind.Retry: return await Retry(operation, id, cancellationToken);
            default: throw new UnreachableException(order.Kind.ToString());
        }
    }

    private async Task<Refusal?> Retry(Operation operation, CaseId id, CancellationToken cancellationToken)
    {
        var wanted = operation.Order.Incident;
        // What failed anew since it was ordered is another incident. Without this bound a case that is looked at again after a restart would be retried again.
        var incidents = await reader.Read(id, state => state.Incidents
            .Where(incident => incident.IsOpen && incident.At <= operation.StartedAt && (wanted is null || incident.Code == wanted))
            .Select(incident => incident.Number).ToArray(), cancellationToken) ?? [];
        foreach (var incident in incidents)
            if (await Give(operation, id, new RetryIncident(incident), cancellationToken) is { } refusal) return refusal;
        return null;
    }

    private async Task<Refusal?> Give(Operation operation, CaseId id, CaseCommand command, CancellationToken cancellationToken)
    {
        var part = command is RetryIncident retry ? $"/{retry.Incident}" : "";
        var answer = await runner.Execute(id, command, operation.By, new CommandKey($"operation/{operation.Id}/{id}{part}", ""), cancellationToken);
        return answer.Refusal;
    }
}
