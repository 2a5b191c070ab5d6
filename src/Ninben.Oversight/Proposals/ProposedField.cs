using System.Collections.Immutable;
using Ninben.Feel;

namespace Ninben.Oversight.Proposals;

/// <summary>One field of a proposed answer.</summary>
/// <param name="Name">Entry of the answer's context, e.g. <c>total</c>.</param>
/// <param name="Label">What people call it, e.g. <c>Total</c>.</param>
/// <param name="Value">The proposed value; null when nothing was found.</param>
/// <param name="Confidence">With its kind.</param>
/// <param name="Reasons">Why a person should look; empty for a field without doubt. A field with reasons is <i>flagged</i>.</param>
/// <param name="Regions">Where the value stands; empty when it was not read from a page.</param>
/// <param name="Candidates">Other values, best first, at most 5.</param>
public sealed record ProposedField(string Name, string Label, FeelValue Value, Confidence Confidence,
    ImmutableArray<Reason> Reasons, ImmutableArray<EvidenceRegion> Regions, ImmutableArray<Candidate> Candidates);
