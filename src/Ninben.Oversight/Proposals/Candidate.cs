using Ninben.Feel;

namespace Ninben.Oversight.Proposals;

/// <summary>Another value that the field might have, with where it stands.</summary>
public sealed record Candidate(FeelValue Value, decimal Score, EvidenceRegion? Region = null);
