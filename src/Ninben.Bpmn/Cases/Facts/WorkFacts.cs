using Ninben.Feel;
using Ninben.Oversight.Facts;

namespace Ninben.Bpmn.Cases.Facts;

/// <summary><c>job.created.v1</c>: outside work is asked for. The append writes the work row in the same transaction.</summary>
/// <param name="Job">Number on the case's number line.</param>
/// <param name="Instance">The element instance that waits.</param>
/// <param name="Connector">Name in the connector catalogue, e.g. <c>extraction</c>.</param>
/// <param name="Input">The connector's inputs.</param>
/// <param name="Attempts">How many attempts there are in all, 1..20.</param>
/// <param name="TimeoutSeconds">Longest run of one attempt; the lease lasts this long.</param>
public sealed record JobCreated(int Job, int Instance, string Connector, FeelContext Input, int Attempts, int TimeoutSeconds) : Fact;

/// <summary><c>job.completed.v1</c></summary>
public sealed record JobCompleted(int Job, FeelValue Output) : Fact;

/// <summary><c>job.failed.v1</c>: one attempt failed; <c>RetryAt</c> is null when no attempt is left (an incident follows).</summary>
public sealed record JobFailed(int Job, int Attempt, string Message, DateTimeOffset? RetryAt) : Fact;

/// <summary><c>job.cancelled.v1</c></summary>
public sealed record JobCancelled(int Job) : Fact;

/// <summary>
/// <c>timer.set.v1</c>: <c>Instance</c> waits (0 for an event sub-process of the case) for the event <c>Element</c>. <c>Every</c> and <c>Repeats</c>
/// belong to a cycle: its pause (ISO 8601) and how often it fires after this time, -1 without end. <c>Trigger</c> is the position of the definition, null
/// for the first.
/// </summary>
public sealed record TimerSet(int Timer, int Instance, string Element, DateTimeOffset DueAt, string? Every = null, int? Repeats = null, int? Trigger = null)
    : Fact;

/// <summary><c>timer.fired.v1</c></summary>
public sealed record TimerFired(int Timer) : Fact;

/// <summary><c>timer.cancelled.v1</c></summary>
public sealed record TimerCancelled(int Timer) : Fact;

/// <summary>
/// <c>action.requested.v1</c>: an effect on the world waits in the outbox until <c>SendAt</c>, then goes out with the one stable
/// <c>Key</c>. <c>Act</c> is the SHA-256 of the payload's canonical JSON; the executor recomputes it and refuses any other payload.
/// </summary>
/// <param name="Action">Number on the case's number line.</param>
/// <param name="Instance">The element instance that waits.</param>
/// <param name="Connector">Name in the connector catalogue, e.g. <c>http</c>.</param>
/// <param name="Input">Settings of the connector (connection, path, method).</param>
/// <param name="Payload">What is sent.</param>
/// <param name="Act">Hash of the payload.</param>
/// <param name="Key">Idempotency key: base32 of SHA-256 over case, element and instance; the same for every attempt.</param>
/// <param name="SendAt">Not before this instant.</param>
/// <param name="DecidedBy">The instance whose decision covers the payload; null for an action that no one approved.</param>
/// <param name="Attempts">How many attempts there are in all.</param>
/// <param name="TimeoutSeconds">Longest run of one attempt.</param>
public sealed record ActionRequested(int Action, int Instance, string Connector, FeelContext Input, FeelValue Payload, string Act, string Key,
    DateTimeOffset SendAt, int? DecidedBy, int Attempts, int TimeoutSeconds) : Fact;

/// <summary><c>action.attempted.v1</c>: committed before the send; from here on an undo is too late.</summary>
public sealed record ActionAttempted(int Action, int Attempt) : Fact;

/// <summary><c>action.done.v1</c></summary>
public sealed record ActionDone(int Action, FeelValue Response) : Fact;

/// <summary><c>action.failed.v1</c>: <c>RetryAt</c> null means no attempt is left (an incident follows).</summary>
public sealed record ActionFailed(int Action, int Attempt, string Message, DateTimeOffset? RetryAt) : Fact;

/// <summary><c>action.cancelled.v1</c>: it never left.</summary>
public sealed record ActionCancelled(int Action, string Reason) : Fact;
