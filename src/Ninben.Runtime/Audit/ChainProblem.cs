namespace Ninben.Runtime.Audit;

/// <summary>A place where a case's chain does not hold. <c>Sequence</c> is the fact's number, 0 when the case as a whole is meant.</summary>
public sealed record ChainProblem(string Case, long Sequence, string Message);
