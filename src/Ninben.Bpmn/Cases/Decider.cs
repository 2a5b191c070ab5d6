using System.Diagnostics;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Execution;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Bpmn.Cases.Migrations;
using Ninben.Bpmn.Model;
using Ninben.Feel;
using Ninben.Oversight.Facts;
using Ninben.Oversight.Subjects;

namespace Ninben.Bpmn.Cases;

/// <summary>
/// The one place where a case's future is decided. Pure: the answer depends on nothing but the arguments. The facts of an accepted command
/// are already folded into the state; a refused command leaves it untouched; if this throws, the caller must drop the state.
/// </summary>
public static class Decider
{
    /// <summary>Decides one command.</summary>
    /// <param name="state">The case so far.</param>
    /// <param name="command">What is asked for.</param>
    /// <param name="stamp">When, by whom and because of what.</param>
    /// <param name="models">Deployed models.</param>
    public static Deciding Decide(CaseState state, CaseCommand command, Stamp stamp, ICaseModels models)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(stamp);
        ArgumentNullException.ThrowIfNull(models);
        if (command is OpenCase open) return Open(state, open, stamp, models);
        if (!state.IsOpened) return Refuse(Refusals.NotFound("case-not-found", "There is no such case."));
        if (models.Process(state.Process, state.ProcessVersion) is not { } process)
            return Refuse(Refusals.Conflict("process-missing", $"Version {state.ProcessVersion} of the process '{state.Process}' is not deployed here."));
        if (process.Hash != state.ProcessHash)
            return Refuse(Refusals.Conflict("process-changed",
                $"Version {state.ProcessVersion} of the process '{state.Process}' is not the model that the case was opened with."));
        if (MissingCall(state, models) is { } missing) return Refuse(missing);
        var scribe = new Scribe(state, stamp, models, process);
        if (Handle(scribe, command) is { } refusal) return Refuse(refusal);
        Lifecycle.Run(scribe);
        return new Deciding(scribe.Facts(), null);
    }

    /// <summary>What a migration would do. Changes nothing.</summary>
    public static MigrationPlan Plan(CaseState state, MigrateCase command, ICaseModels models)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(models);
        if (Looking(state, models) is { } scribe) return new MigrationPlanner(scribe, command).Plan();
        return new MigrationPlan(state.ProcessVersion, command.Version, [], [new MigrationProblem("process-missing", null,
            $"Version {state.ProcessVersion} of the process '{state.Process}', by which the case runs, is not deployed here as it was.")]);
    }

    /// <summary>Elements to which an active instance can be moved, in the order of the model; empty when it cannot be moved.</summary>
    public static IReadOnlyList<Element> MoveTargets(CaseState state, int instance, ICaseModels models)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(models);
        if (state.Instance(instance) is not { IsActive: true } from || Looking(state, models) is not { } scribe) return [];
        return [.. Moving.Targets(scribe.Visit(from))];
    }

    private static Scribe? Looking(CaseState state, ICaseModels models) =>
        models.Process(state.Process, state.ProcessVersion) is { } process && process.Hash == state.ProcessHash && MissingCall(state, models) is null
            ? new Scribe(state, new Stamp(state.OpenedAt, Actor.Engine, "look"), models, process)
            : null;

    private static Deciding Open(CaseState state, OpenCase open, Stamp stamp, ICaseModels models)
    {
        if (state.IsOpened) return Refuse(Refusals.Conflict("case-exists", "This case is open already."));
        if (open.Case != state.Id) return Refuse(Refusals.Invalid("wrong-case", $"The command opens case {open.Case}, the state is that of case {state.Id}."));
        if (models.Process(open.Process, open.Version) is not { } process)
            return Refuse(Refusals.NotFound("process-not-found", $"Version {open.Version} of the process '{open.Process}' is not deployed."));
        if (open.Start is { } wanted && !process.EventStarts.Any(candidate => candidate.Id == wanted))
            return Refuse(Refusals.NotFound("start-not-found", $"The process '{open.Process}' has no start event '{wanted}' that waits for something."));
        var scribe = new Scribe(state, stamp, models, process);
        var variables = FeelJson.Plain(FeelValue.From(open.Variables ?? FeelContext.Empty)).AsContext();
        FeelValue? payload = open.Start is null || open.Payload.IsNull ? null : FeelJson.Plain(open.Payload);
        scribe.Write(new CaseOpened(process.Id, open.Version, process.Hash, open.BusinessKey, variables, open.Start, payload, open.Caller));
        if (open.WithdrawnBecause is { } reason) Lifecycle.Close(scribe, CaseEnding.Cancelled, reason);
        else Scopes.Begin(scribe);
        Lifecycle.Run(scribe);
        return new Deciding(scribe.Facts(), null);
    }

    /// <summary>A process that a running call activity pinned must still be deployed as it was.</summary>
    private static Refusal? MissingCall(CaseState state, ICaseModels models)
    {
        if (!state.HasCalls) return null;
        foreach (var instance in state.Active)
            if (instance.Called is { } called && models.Process(called.Process, called.Version)?.Hash != called.Hash)
                return Refusals.Conflict("process-changed",
                    $"Version {called.Version} of the called process '{called.Process}' is not deployed here as the case began to run it.");
        return null;
    }

    private static Refusal? Handle(Scribe scribe, CaseCommand command) => command switch
    {
        StartAction or FireTimer or ChooseActivities or ClaimReview or GiveVerdict or RetryIncident when scribe.State.IsSuspended => Suspension.Refuse(),
        CompleteJob complete => JobHandling.Complete(scribe, complete),
        ProposeForJob propose => JobHandling.Propose(scribe, propose),
        ThrowJobError error => JobHandling.Throw(scribe, error),
        FailJob fail => JobHandling.Fail(scribe, fail),
        StartAction start => ActionHandling.Start(scribe, start),
        FinishAction finish => ActionHandling.Finish(scribe, finish),
        FailAction fail => ActionHandling.Fail(scribe, fail),
        FireTimer fire => CaseHandling.Fire(scribe, fire),
        ReceiveMessage receive => CaseHandling.Match(scribe, new Arrival(receive.Subscription, SubscriptionKind.Message, receive.Message, receive.Payload)),
        HearSignal hear => CaseHandling.Match(scribe, new Arrival(hear.Subscription, SubscriptionKind.Signal, hear.Source, hear.Payload)),
        SettleMessage settle => CaseHandling.Settle(scribe, new MessageSettled(settle.Message, settle.Outcome, settle.Case)),
        SettleCall settle => CaseHandling.Settle(scribe, new CallSettled(settle.Job)),
        SettleSignal settle => CaseHandling.Settle(scribe, new SignalSettled(settle.Signal, settle.Heard, settle.Started)),
        ChooseActivities choose => CaseHandling.Choose(scribe, choose),
        ClaimReview claim => ReviewHandling.Claim(scribe, claim),
        ReleaseReview release => ReviewHandling.Release(scribe, release),
        GiveVerdict give => ReviewHandling.Give(scribe, give),
        UndoVerdict undo => Undoing.Undo(scribe, undo),
        RetryIncident retry => CaseHandling.Retry(scribe, retry),
        CancelCase cancel => CaseHandling.Cancel(scribe, cancel),
        SuspendCase suspend => Suspension.Suspend(scribe, suspend),
        ResumeCase resume => Suspension.Resume(scribe, resume),
        SetVariables set => Editing.Set(scribe, set),
        MoveToken move => Moving.Move(scribe, move),
        MigrateCase migrate => Migrating.Migrate(scribe, migrate),
        RecordOutcome outcome => CaseHandling.Record(scribe, outcome),
        _ => throw new UnreachableException(command.GetType().Name),
    };

    private static Deciding Refuse(Refusal refusal) => new([], refusal);
}
