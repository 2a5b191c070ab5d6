using Ninben.Bpmn.Cases;
using Ninben.Oversight.Subjects;

namespace Ninben.Runtime.Execution;

/// <summary>Looks at a case's state, from memory when it is there.</summary>
public interface ICaseReader
{
    /// <summary>
    /// What <paramref name="read"/> makes of the state; default when there is no such case. The state must not leave the function: it
    /// belongs to the case's lane. An unknown fact type ends the state before it (the case is parked).
    /// </summary>
    Task<T?> Read<T>(CaseId id, Func<CaseState, T> read, CancellationToken cancellationToken);
}
