using Ninben.Oversight.Subjects;

namespace Ninben.Runtime.Audit;

/// <summary>Something that does not agree. <c>Sequence</c> is the first fact concerned, 0 for the case as a whole.</summary>
public sealed record AuditProblem(CaseId Case, long Sequence, string Message);
