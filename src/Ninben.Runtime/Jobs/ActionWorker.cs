using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ninben.Bpmn.Cases;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Feel;
using Ninben.Oversight;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Execution;

namespace Ninben.Runtime.Jobs;

/// <summary>
/// Sends actions. First <c>action.attempted</c> is committed, with the hash of exactly what is about to leave; then the connector is called
/// with the action's one key; then the answer is recorded. A crash in between leaves an attempt without an answer, which is sent again with
/// the same key.
/// </summary>
internal sealed partial class ActionWorker(CaseRunner runner, IWorkQueue queue, Connectors connectors, ImmediateWork immediate, RuntimeOptions options,
    TimeProvider time, ILogger<ActionWorker> logger) : BackgroundService
{
    private readonly ConnectorAttempt attempts = new(time, logger);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var settings = new WorkLoopSettings(WorkKind.Action, (options.ParallelActions + 1) / 2, options.ParallelActions / 2, options.LeaseMargin,
            options.PollEvery);
        var loop = new WorkLoop(queue, settings, Perform, time, logger);
        immediate.Open(WorkKind.Action, loop);
        return loop.Run(stoppingToken);
    }

    private async Task Perform(WorkItem item, CancellationToken cancellationToken)
    {
        if (item.Request is not ActionRequested action)
        {
            LogUnreadable(logger, item.Id);
            return;
        }

        var place = await runner.Read(item.Id.Case, state => Place.Of(state, action), cancellationToken);
        if (place is null) return;
        if (place.State == WorkState.Sending && place.Attempt == item.StartedAttempt)
        {
            await Send(item, await Answer(item, action, (place, item.StartedAttempt), cancellationToken), CancellationToken.None);
            return;
        }

        if (place.State == WorkState.Sending)
        {
            // An attempt was committed and nobody recorded its answer. It counts as failed; the next one carries the same key.
            await Send(item, new FailAction(action.Action, place.Attempt, "The answer to the attempt is not known: it was interrupted.", Retryable: true),
                cancellationToken);
            return;
        }

        var payload = ContentHash.OfCanonical(action.Payload);
        if (!await Send(item, new StartAction(action.Action, payload), cancellationToken)) return;
        var attempt = place.Attempt + 1;
        await Send(item, await Answer(item, action, (place, attempt), cancellationToken), CancellationToken.None);
    }

    private async Task<CaseCommand> Answer(WorkItem item, ActionRequested action, (Place Place, int Attempt) at, CancellationToken cancellationToken)
    {
        if (connectors.Find(action.Connector) is not { } connector)
            return new FailAction(action.Action, at.Attempt, connectors.Unknown(action.Connector), Retryable: false);
        var call = new ConnectorCall(item.Id.ToString(), at.Place.Process, at.Place.Element, at.Attempt, action.Input, action.Payload, action.Key);
        return await attempts.Perform(connector, call, action.TimeoutSeconds, cancellationToken) switch
        {
            AttemptEnd.Answered { Answer: ConnectorAnswer.Value value } => new FinishAction(action.Action, at.Attempt, FeelJson.Plain(value.Output)),
            AttemptEnd.Answered { Answer: ConnectorAnswer.Error error } =>
                new FailAction(action.Action, at.Attempt, $"{error.Code}: {error.Message}", Retryable: false),
            AttemptEnd.Answered => new FailAction(action.Action, at.Attempt,
                $"Connector '{action.Connector}' answered an action with a proposal; expected a value.", Retryable: false),
            AttemptEnd.Failed failed => new FailAction(action.Action, at.Attempt, failed.Message, failed.Retryable),
            _ => throw new System.Diagnostics.UnreachableException("The family of attempt ends is closed."),
        };
    }

    private async Task<bool> Send(WorkItem item, CaseCommand command, CancellationToken cancellationToken)
    {
        var answer = await runner.Execute(new CaseRequest(item.Id.Case, command, Actor.Engine, null, item.Lease), cancellationToken);
        if (answer.Refusal is not { } refusal) return true;
        LogRefused(logger, item.Id, refusal.Code, refusal.Message);
        return false;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Action {Action} did not go on: {Code}: {Message}")]
    private static partial void LogRefused(ILogger logger, ItemId action, string code, string message);

    [LoggerMessage(Level = LogLevel.Error, Message = "Action {Action} cannot be sent: the fact that asked for it cannot be read")]
    private static partial void LogUnreadable(ILogger logger, ItemId action);

    /// <summary>Where an action stands in its case.</summary>
    private sealed record Place(string Process, string Element, WorkState State, int Attempt)
    {
        public static Place? Of(CaseState state, ActionRequested action) =>
            state.Action(action.Action) is { State: WorkState.Waiting or WorkState.Sending } item && state.Instance(action.Instance) is { } instance
                ? new Place(state.Process, instance.Element, item.State, item.Attempt)
                : null;
    }
}
