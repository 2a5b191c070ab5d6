using Ninben.Oversight.Subjects;
using Ninben.Runtime.Views;

namespace Ninben.Runtime.Streams;

/// <summary>Reading facts, for people, audits and live screens.</summary>
public interface IFactReader
{
    /// <summary>Facts of one case in order, from a sequence number (1-based) on.</summary>
    IAsyncEnumerable<StoredFact> Read(CaseId id, long fromSequence, CancellationToken cancellationToken);

    /// <summary>Facts over all cases, newest first, one keyset page; limit 1..500.</summary>
    Task<Page<StoredFact>> Query(FactQuery query, CancellationToken cancellationToken);

    /// <summary>Facts after a position in order, at most <paramref name="limit"/>: what a live screen missed.</summary>
    Task<IReadOnlyList<StoredFact>> After(long position, int limit, CancellationToken cancellationToken);

    /// <summary>Position of the newest fact, 0 when there is none.</summary>
    Task<long> Head(CancellationToken cancellationToken);
}
