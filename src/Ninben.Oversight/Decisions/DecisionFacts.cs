using System.Collections.Immutable;
using Ninben.Feel;
using Ninben.Oversight.Facts;
using Ninben.Oversight.Proposals;

namespace Ninben.Oversight.Decisions;

/// <summary>
/// <c>decision.made.v1</c>: the settled answer of an element instance. <c>Act</c> is the SHA-256 of the canonical JSON of
/// <c>Answer</c>: an action that carries this answer may send nothing else.
/// </summary>
public sealed record DecisionMade(int Instance, DecisionOutcome Outcome, FeelValue Answer, string Act, DecisionBasis Basis,
    ImmutableArray<Reason> Reasons) : Fact;

/// <summary><c>outcome.known.v1</c>: what later proved true, compared with what was decided.</summary>
public sealed record OutcomeKnown(int? Instance, FeelValue Truth, string? Note) : Fact;
