using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ninben.Bpmn.Cases;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Feel;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Deployments;
using Ninben.Runtime.Execution;

namespace Ninben.Runtime.Jobs;

/// <summary>Runs jobs: calls the connector and hands its answer to the case. A proposal gets its measured confidence here.</summary>
internal sealed partial class JobWorker(CaseRunner runner, IWorkQueue queue, Connectors connectors, ICalibrations calibrations,
    ImmediateWork immediate, RuntimeOptions options, TimeProvider time, ILogger<JobWorker> logger) : BackgroundService
{
    private readonly ConnectorAttempt attempts = new(time, logger);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var settings = new WorkLoopSettings(WorkKind.Job, (options.ParallelJobs + 1) / 2, options.ParallelJobs / 2, options.LeaseMargin, options.PollEvery);
        var loop = new WorkLoop(queue, settings, Perform, time, logger);
        immediate.Open(WorkKind.Job, loop);
        return loop.Run(stoppingToken);
    }

    private async Task Perform(WorkItem item, CancellationToken cancellationToken)
    {
        if (item.Request is not JobCreated job)
        {
            LogUnreadable(logger, item.Id);
            return;
        }

        var place = await runner.Read(item.Id.Case, state => Place.Of(state, job), cancellationToken);
        if (place is null) return;

        var command = await Answer(item, job, place, cancellationToken);
        var answer = await runner.Execute(new CaseRequest(item.Id.Case, command, Actor.Engine, null, item.Lease), cancellationToken);
        if (answer.Refusal is { } refusal) LogRefused(logger, item.Id, refusal.Code, refusal.Message);
    }

    private async Task<CaseCommand> Answer(WorkItem item, JobCreated job, Place place, CancellationToken cancellationToken)
    {
        // The process ended or stalled during the attempt. Counting it as failed keeps a job that kills its process from doing so for ever.
        if (item.Reclaimed)
            return new FailJob(job.Job, place.Attempt, "The attempt gave no answer before its lease ran out.", Retryable: true);
        if (connectors.Find(job.Connector) is not { } connector)
            return new FailJob(job.Job, place.Attempt, connectors.Unknown(job.Connector), Retryable: false);

        var call = new ConnectorCall(item.Id.ToString(), place.Process, place.Element, place.Attempt, job.Input, default, null);
        var end = await attempts.Perform(connector, call, job.TimeoutSeconds, cancellationToken);
        return end switch
        {
            AttemptEnd.Answered { Answer: ConnectorAnswer.Value value } => new CompleteJob(job.Job, place.Attempt, FeelJson.Plain(value.Output)),
            AttemptEnd.Answered { Answer: ConnectorAnswer.Proposed proposed } =>
                new ProposeForJob(job.Job, place.Attempt, calibrations.Apply(place.Process, place.Element, proposed.Proposal)),
            AttemptEnd.Answered { Answer: ConnectorAnswer.Error error } => new ThrowJobError(job.Job, place.Attempt, error.Code, error.Message),
            AttemptEnd.Failed failed => new FailJob(job.Job, place.Attempt, failed.Message, failed.Retryable),
            _ => new FailJob(job.Job, place.Attempt, $"Connector '{job.Connector}' gave no answer.", Retryable: true),
        };
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The answer to job {Job} was not used: {Code}: {Message}")]
    private static partial void LogRefused(ILogger logger, ItemId job, string code, string message);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} cannot be done: the fact that asked for it cannot be read")]
    private static partial void LogUnreadable(ILogger logger, ItemId job);

    /// <summary>Where a job stands in its case.</summary>
    private sealed record Place(string Process, string Element, int Attempt)
    {
        public static Place? Of(CaseState state, JobCreated job) =>
            state.Job(job.Job) is { State: WorkState.Waiting } item && state.Instance(job.Instance) is { } instance
                ? new Place(state.Process, instance.Element, item.Failures + 1)
                : null;
    }
}
