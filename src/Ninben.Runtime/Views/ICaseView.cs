using Ninben.Oversight.Subjects;

namespace Ninben.Runtime.Views;

/// <summary>Case list.</summary>
public interface ICaseView
{
    /// <summary>One keyset page; limit 1..200.</summary>
    Task<Page<CaseRow>> List(CaseQuery query, CancellationToken cancellationToken);

    /// <summary>One row, or null.</summary>
    Task<CaseRow?> Find(CaseId id, CancellationToken cancellationToken);

    /// <summary>Open and closed cases per process version: for the process list.</summary>
    Task<IReadOnlyList<ProcessCount>> CountByProcess(CancellationToken cancellationToken);
}

/// <summary>How many cases of a process version are open and closed, and how many have incidents.</summary>
public sealed record ProcessCount(string Process, int Version, long Open, long Closed, long Incidents);
