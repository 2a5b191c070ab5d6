using System.Collections.Immutable;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Feel;
using Ninben.Oversight.Proposals;
using Ninben.Oversight.Reviews;
using Ninben.Oversight.Subjects;

namespace Ninben.Bpmn.Cases.Commands;

/// <summary>An imperative request to one case. Time and actor arrive in the stamp; the core has neither clock nor randomness.</summary>
public abstract record CaseCommand
{
    private protected CaseCommand()
    {
    }
}

/// <summary>Opens the case; refused when it exists already.</summary>
public sealed record OpenCase(CaseId Case, string Process, int Version, string? BusinessKey, FeelContext Variables) : CaseCommand
{
    /// <summary>The start event that something triggered; null for the plain one.</summary>
    public string? Start { get; init; }

    /// <summary>What came with the trigger.</summary>
    public FeelValue Payload { get; init; }

    /// <summary>The call activity of another case that opens it; null for none.</summary>
    public CallingCase? Caller { get; init; }

    /// <summary>Why the case ends before anything in it begins, so that it can never be opened any more; null for a case that begins.</summary>
    public string? WithdrawnBecause { get; init; }
}

/// <summary>A connector answered with a value.</summary>
public sealed record CompleteJob(int Job, int Attempt, FeelValue Output) : CaseCommand;

/// <summary>A connector answered with a proposal.</summary>
public sealed record ProposeForJob(int Job, int Attempt, Proposal Proposal) : CaseCommand;

/// <summary>A connector reported a business error.</summary>
public sealed record ThrowJobError(int Job, int Attempt, string Code, string? Message) : CaseCommand;

/// <summary>An attempt failed. Not retryable means: straight to an incident.</summary>
public sealed record FailJob(int Job, int Attempt, string Message, bool Retryable) : CaseCommand;

/// <summary>A timer is due.</summary>
public sealed record FireTimer(int Timer) : CaseCommand;

/// <summary>A message was correlated with a subscription of this case.</summary>
public sealed record ReceiveMessage(int Subscription, string Message, FeelValue Payload) : CaseCommand;

/// <summary>A signal was thrown elsewhere, and a subscription of this case waits for it.</summary>
public sealed record HearSignal(int Subscription, string Source, FeelValue Payload) : CaseCommand;

/// <summary>What became of a message that this case threw.</summary>
public sealed record SettleMessage(int Message, MessageOutcome Outcome, string? Case) : CaseCommand;

/// <summary>The case that a cancelled call opened, or was about to open, was called off.</summary>
public sealed record SettleCall(int Job) : CaseCommand;

/// <summary>Who heard a signal that this case threw.</summary>
public sealed record SettleSignal(int Signal, int Heard, int Started) : CaseCommand;

/// <summary>A person starts activities of an ad-hoc sub-process.</summary>
public sealed record ChooseActivities(int Instance, ImmutableArray<AdHocChoice> Elements) : CaseCommand;

/// <summary>Asks to send: accepted only while the action waits, is due and its payload still hashes to <c>act</c>.</summary>
public sealed record StartAction(int Action, string PayloadHash) : CaseCommand;

/// <summary>The receiver confirmed.</summary>
public sealed record FinishAction(int Action, int Attempt, FeelValue Response) : CaseCommand;

/// <summary>An attempt to send failed.</summary>
public sealed record FailAction(int Action, int Attempt, string Message, bool Retryable) : CaseCommand;

/// <summary>A reviewer takes the review.</summary>
public sealed record ClaimReview(int Review, Person Person) : CaseCommand;

/// <summary>The assignee (or an admin) gives it back.</summary>
public sealed record ReleaseReview(int Review, Person Person) : CaseCommand;

/// <summary>A reviewer answers.</summary>
public sealed record GiveVerdict(int Review, Person Person, Verdict Verdict) : CaseCommand;

/// <summary>The reviewer takes the verdict back within the hold time.</summary>
public sealed record UndoVerdict(int Review, Person Person) : CaseCommand;

/// <summary>A person asks to try again.</summary>
public sealed record RetryIncident(int Incident) : CaseCommand;

/// <summary>A person ends the case.</summary>
public sealed record CancelCase(string Reason) : CaseCommand;

/// <summary>What later proved true.</summary>
public sealed record RecordOutcome(int? Instance, FeelValue Truth, string? Note) : CaseCommand;

/// <summary>A person writes variables of a scope (0 is the case itself), with a reason.</summary>
public sealed record SetVariables(int Scope, FeelContext Values, string Reason) : CaseCommand;

/// <summary>A person stops the case: nothing new begins until it is resumed.</summary>
public sealed record SuspendCase(string Reason) : CaseCommand;

/// <summary>A person lets a suspended case go on.</summary>
public sealed record ResumeCase(string? Reason) : CaseCommand;

/// <summary>A person ends an active instance and begins another element of the same scope in its place, with a reason.</summary>
public sealed record MoveToken(int Instance, string Element, string Reason) : CaseCommand;

/// <summary>A person lets the case run by another version of its process; elements that the mapping does not name keep their ids.</summary>
public sealed record MigrateCase(int Version, ImmutableArray<ElementMapping> Mapping, string Reason) : CaseCommand;
