using System.Collections.Immutable;
using Ninben.Feel;
using Ninben.Oversight.Facts;
using Ninben.Oversight.Gates;

namespace Ninben.Bpmn.Cases.Facts;

/// <summary>
/// <c>element.entered.v1</c>: one activation. <c>Instance</c> counts up from 1 within the case and is shared with reviews, jobs, timers,
/// actions and incidents (one number line). <c>Scope</c> is the instance of the enclosing sub-process, 0 for the case. <c>From</c> is the
/// instance that the token came from (0 for a start). <c>Flow</c> is the sequence flow taken, null for a start or a boundary event.
/// </summary>
public sealed record ElementEntered(int Instance, string Element, int Scope, int From, string? Flow) : Fact;

/// <summary>
/// <c>element.left.v1</c>: completed; the flows named are taken next, in this order. <c>Into</c> is the instance of the same join that goes on
/// for this one too, null for every other element (and in facts from before a join could be undone).
/// </summary>
public sealed record ElementLeft(int Instance, ImmutableArray<string> Flows, int? Into = null) : Fact;

/// <summary><c>element.cancelled.v1</c>: ended without completing (interrupted, terminated, undone).</summary>
public sealed record ElementCancelled(int Instance, string Reason) : Fact
{
    /// <summary>The reason that says: a verdict was taken back, and what the instance wrote with it.</summary>
    public const string Undone = "undone";
}

/// <summary><c>element.reopened.v1</c>: an undo brought a completed instance back to life.</summary>
public sealed record ElementReopened(int Instance) : Fact;

/// <summary><c>decision.evaluated.v1</c>: a business rule task evaluated a DMN decision; replay never evaluates again.</summary>
public sealed record DecisionEvaluated(int Instance, PolicyRef Decision, FeelContext Inputs, FeelValue Output, ImmutableArray<MatchedPolicyRule> Matched,
    ImmutableArray<string> Notes) : Fact;

/// <summary><c>error.thrown.v1</c>: the business expected this; <c>CaughtBy</c> is the boundary event's element, null when nothing caught it.</summary>
public sealed record ErrorThrown(int Instance, string Code, string? Message, string? CaughtBy) : Fact;

/// <summary><c>incident.raised.v1</c>: the instance cannot go on alone; a person retries or cancels.</summary>
public sealed record IncidentRaised(int Incident, int Instance, string Code, string Message) : Fact;

/// <summary><c>incident.resolved.v1</c></summary>
public sealed record IncidentResolved(int Incident, string How) : Fact;
