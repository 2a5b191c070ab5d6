using System.Collections.Immutable;
using Ninben.Bpmn.Cases.Items;
using Ninben.Feel;
using Ninben.Oversight.Facts;

namespace Ninben.Bpmn.Cases.Facts;

/// <summary>
/// <c>subscription.opened.v1</c>: an event waits for a message, a signal or a condition. <c>Instance</c> is what waits (0 for an event sub-process of the
/// case), <c>Element</c> the event, <c>Trigger</c> the position of its definition (null for the first).
/// </summary>
public sealed record SubscriptionOpened(int Subscription, int Instance, string Element, int? Trigger, SubscriptionKind Kind, string Name, string? Key) : Fact;

/// <summary><c>subscription.matched.v1</c>: it happened. <c>Source</c> names the message or the signal; <c>Stays</c> is true when it goes on waiting.</summary>
public sealed record SubscriptionMatched(int Subscription, string? Source, FeelValue Payload, bool? Stays) : Fact;

/// <summary><c>subscription.closed.v1</c></summary>
public sealed record SubscriptionClosed(int Subscription) : Fact;

/// <summary><c>condition.lapsed.v1</c>: a condition that had happened became false, so that it can happen again.</summary>
public sealed record ConditionLapsed(int Subscription) : Fact;

/// <summary><c>message.thrown.v1</c>: for one receiver by name and key; it waits for one as long as <c>TimeToLive</c> says, in seconds.</summary>
public sealed record MessageThrown(int Instance, int Message, string Name, string? Key, FeelValue Payload, long TimeToLive) : Fact;

/// <summary><c>signal.thrown.v1</c>: for everyone who waits for its name now.</summary>
public sealed record SignalThrown(int Instance, int Signal, string Name, FeelValue Payload) : Fact;

/// <summary><c>escalation.thrown.v1</c>: <c>CaughtBy</c> is the boundary event or event sub-process, null when nothing caught it.</summary>
public sealed record EscalationThrown(int Instance, string? Code, string? CaughtBy) : Fact;

/// <summary><c>scope.interrupted.v1</c>: an event sub-process, <c>By</c>, ended everything else in a scope; no other event of the scope can happen.</summary>
public sealed record ScopeInterrupted(int Scope, string By) : Fact;

/// <summary><c>compensation.started.v1</c>: the event <c>Instance</c> compensates the completed instance <c>Target</c>.</summary>
public sealed record CompensationStarted(int Instance, int Target) : Fact;

/// <summary><c>call.started.v1</c>: a call activity pins the process that it runs, by id, version and hash.</summary>
public sealed record CallStarted(int Instance, string Process, int Version, string Hash) : Fact;

/// <summary>
/// <c>call.requested.v1</c>: a call activity asks for a case of its own, <c>Case</c>, that runs the process; <c>Job</c> is answered with how that ends.
/// <c>Depth</c> is how many calls deep the new case is.
/// </summary>
public sealed record CallRequested(int Job, int Instance, string Case, string Process, int Version, string Hash, int Depth, FeelContext Variables) : Fact;

/// <summary><c>call.settled.v1</c>: the case that a cancelled call asked for has ended too, or can never be opened.</summary>
public sealed record CallSettled(int Job) : Fact;

/// <summary>
/// <c>call.answered.v1</c>: this case ends, and with it the call <c>Job</c> of the case that opened it. <c>Error</c> is what nothing in here caught, null
/// for none.
/// </summary>
public sealed record CallAnswered(string Case, int Job, string? Error = null, string? Message = null) : Fact;

/// <summary><c>loop.started.v1</c>: how often an activity will run (null: as long as its condition holds), and the items.</summary>
public sealed record LoopStarted(int Instance, int? Count, FeelValue Items) : Fact;

/// <summary><c>loop.output.v1</c>: what one round gives to the list of outputs.</summary>
public sealed record LoopOutput(int Instance, FeelValue Value) : Fact;

/// <summary><c>gateway.activated.v1</c>: a complex gateway took these flows and now takes in what still arrives.</summary>
public sealed record GatewayActivated(int Instance, ImmutableArray<string> Flows) : Fact;

/// <summary><c>adhoc.chosen.v1</c>: activities of an ad-hoc sub-process are to start, in this order.</summary>
public sealed record AdHocChosen(int Instance, ImmutableArray<AdHocChoice> Elements) : Fact;

/// <summary><c>adhoc.started.v1</c>: the first chosen activity starts.</summary>
public sealed record AdHocStarted(int Instance) : Fact;

/// <summary>What became of a message.</summary>
public enum MessageOutcome
{
    /// <summary>A waiting event received it.</summary>
    Received,

    /// <summary>It started a case.</summary>
    StartedCase,

    /// <summary>Nobody waits for it; it is kept for its time to live.</summary>
    Kept,

    /// <summary>Nobody waited for it, and it was not to be kept.</summary>
    NotWanted,
}

/// <summary><c>message.settled.v1</c>: what became of a message that this case threw; <c>Case</c> is the receiver, null when there is none yet.</summary>
public sealed record MessageSettled(int Message, MessageOutcome Outcome, string? Case) : Fact;

/// <summary><c>signal.settled.v1</c>: how many waiting events of other cases heard a signal, and how many cases it started.</summary>
public sealed record SignalSettled(int Signal, int Heard, int Started) : Fact;
