using Ninben.Feel;
using Ninben.Oversight.Proposals;

namespace Ninben.Oversight.Reviews;

/// <summary>One corrected field: before, after, why, and where the right value stands if the reviewer pointed at it.</summary>
public sealed record FieldChange(string Name, FeelValue Before, FeelValue After, Reason? Reason = null, EvidenceRegion? Region = null);
