using Ninben.Oversight.Subjects;
using Ninben.Runtime.Views;

namespace Ninben.Runtime.Operations;

/// <summary>Operations on many cases and how far they are. They survive a restart.</summary>
public interface IOperations
{
    /// <summary>Stores an operation with its cases, in their order; an operation of that id that exists already stays as it is.</summary>
    Task Add(Operation operation, IReadOnlyList<CaseId> cases, CancellationToken cancellationToken);

    /// <summary>One operation, or null.</summary>
    Task<Operation?> Find(string id, CancellationToken cancellationToken);

    /// <summary>The newest operations, at most 50.</summary>
    Task<IReadOnlyList<Operation>> List(CancellationToken cancellationToken);

    /// <summary>The oldest operation that runs, or null.</summary>
    Task<Operation?> NextRunning(CancellationToken cancellationToken);

    /// <summary>The next cases of an operation whose turn has not come.</summary>
    Task<IReadOnlyList<OperationCase>> Next(string id, int limit, CancellationToken cancellationToken);

    /// <summary>Records what came of cases; the operation is finished when none is left.</summary>
    Task Record(string id, IReadOnlyList<OperationCase> cases, CancellationToken cancellationToken);

    /// <summary>One keyset page of the cases that were refused.</summary>
    Task<Page<OperationCase>> Refusals(string id, string? after, int limit, CancellationToken cancellationToken);

    /// <summary>Stops a running operation; false when it does not run.</summary>
    Task<bool> Stop(string id, CancellationToken cancellationToken);
}
