using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ninben.Bpmn.Cases;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Bpmn.Elements.CallActivities;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Execution;
using Ninben.Runtime.Jobs;

namespace Ninben.Runtime.Calls;

/// <summary>
/// Calls that have a case of their own: opens the called case, tells the calling one how it ended, and calls it off when nobody waits for it any more.
/// Each look does what is still to be done, so a crash anywhere is only one more look. The end of a called case makes the caller's row due in the same
/// transaction.
/// </summary>
internal sealed partial class CallWorker(CaseRunner runner, IWorkQueue queue, RuntimeOptions options, TimeProvider time, ILogger<CallWorker> logger)
    : BackgroundService
{
    /// <summary>No wake-up can be lost; this is for rows that were folded anew.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromDays(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var settings = new WorkLoopSettings(WorkKind.Call, options.ParallelCalls, 0, options.LeaseMargin, options.PollEvery);
        return new WorkLoop(queue, settings, Perform, time, logger).Run(stoppingToken);
    }

    private async Task Perform(WorkItem item, CancellationToken cancellationToken)
    {
        if (item.Request is not CallRequested call)
        {
            LogUnreadable(logger, item.Id);
            return;
        }

        var (state, businessKey) = await runner.Read(item.Id.Case, caller => (caller.Job(call.Job)?.State, caller.BusinessKey), cancellationToken);
        switch (state)
        {
            case WorkState.Waiting:
                await GoOn(item, call, businessKey, cancellationToken);
                break;
            case WorkState.Cancelled:
                await CallOff(item, call, cancellationToken);
                break;
        }
    }

    private async Task GoOn(WorkItem item, CallRequested call, string? businessKey, CancellationToken cancellationToken)
    {
        var called = new CaseId(call.Case);
        var look = await runner.Read(called, state => new Look(CalledCase.AnswerOf(state)), cancellationToken);
        var answer = look?.Answer;
        if (look is null && await Execute(called, CalledCase.Open(item.Id.Case, businessKey, call), cancellationToken) is { } refusal
            && refusal.Code != "case-exists") answer = new FailJob(call.Job, 1, refusal.Message, Retryable: false);
        if (answer is null)
        {
            await queue.Postpone(item, time.GetUtcNow() + LookAgain, cancellationToken);
            return;
        }

        var told = await runner.Execute(new CaseRequest(item.Id.Case, answer, Actor.Engine, null, item.Lease), cancellationToken);
        if (told.Refusal is { } unwanted) LogRefused(logger, item.Id, unwanted.Code, unwanted.Message);
    }

    private async Task CallOff(WorkItem item, CallRequested call, CancellationToken cancellationToken)
    {
        var called = new CaseId(call.Case);
        // A case that is not opened yet takes its id, so that whoever is about to open it cannot.
        if (await Execute(called, CalledCase.OpenWithdrawn(item.Id.Case, call), cancellationToken) is { Code: "case-exists" })
            await Execute(called, CalledCase.Withdraw, cancellationToken);
        await runner.Execute(new CaseRequest(item.Id.Case, new SettleCall(call.Job), Actor.Engine, null, item.Lease), cancellationToken);
    }

    private async Task<Refusal?> Execute(CaseId called, CaseCommand command, CancellationToken cancellationToken) =>
        (await runner.Execute(new CaseRequest(called, command, Actor.Engine, null, null), cancellationToken)).Refusal;

    [LoggerMessage(Level = LogLevel.Information, Message = "The answer to call {Call} was not used: {Code}: {Message}")]
    private static partial void LogRefused(ILogger logger, ItemId call, string code, string message);

    [LoggerMessage(Level = LogLevel.Error, Message = "Call {Call} cannot be done: the fact that asked for it cannot be read")]
    private static partial void LogUnreadable(ILogger logger, ItemId call);

    /// <summary>A called case that is there, and its answer when it has ended.</summary>
    private sealed record Look(CaseCommand? Answer);
}
