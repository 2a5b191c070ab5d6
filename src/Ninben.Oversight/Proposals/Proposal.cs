using System.Collections.Immutable;
using Ninben.Feel;

namespace Ninben.Oversight.Proposals;

/// <summary>
/// An answer offered by a model, a rule or a person, with confidence, reasons and evidence. It has no effect by itself.
/// </summary>
/// <param name="Answer">The whole answer; a context whose entries the fields describe, or any value when there are no fields.</param>
/// <param name="Fields">Per-field confidence and evidence, in display order; may be empty.</param>
/// <param name="Confidence">Of the answer as a whole; null means: the lowest of the fields.</param>
/// <param name="Reasons">Doubts about the whole, e.g. <c>unreadable</c>.</param>
/// <param name="Evidence">Documents relied on.</param>
/// <param name="Source">Who proposed.</param>
public sealed record Proposal(FeelValue Answer, ImmutableArray<ProposedField> Fields, Confidence? Confidence,
    ImmutableArray<Reason> Reasons, ImmutableArray<EvidenceDocument> Evidence, ProposalSource Source);
