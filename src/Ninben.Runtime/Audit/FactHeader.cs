using Ninben.Oversight.Facts;
using Ninben.Oversight.Subjects;

namespace Ninben.Runtime.Audit;

/// <summary>What is hashed of a fact besides its body.</summary>
public readonly record struct FactHeader(CaseId Case, long Sequence, Stamp Stamp, string Type);
