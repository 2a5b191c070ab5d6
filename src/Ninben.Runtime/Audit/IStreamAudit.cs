using Ninben.Oversight.Subjects;
using Ninben.Runtime.Streams;

namespace Ninben.Runtime.Audit;

/// <summary>What the store offers to checks and repairs.</summary>
public interface IStreamAudit
{
    /// <summary>Every stream with all its facts, one after the other. Damage shows as wrong facts, not as an exception, as far as the medium can be
    /// read.</summary>
    IAsyncEnumerable<AuditedStream> ReadAll(CancellationToken cancellationToken);

    /// <summary>Compares the stored rows of views and work of one case with those that its facts fold to; one sentence per difference.</summary>
    IReadOnlyList<string> CompareRows(AuditedStream stream);

    /// <summary>Throws every view and work row away and folds them again from the facts; returns how many facts were folded.</summary>
    Task<long> Rebuild(Action<long>? progress, CancellationToken cancellationToken);
}

/// <summary>One stream as stored.</summary>
/// <param name="Case">The case.</param>
/// <param name="Version">Version as the stream's own row has it.</param>
/// <param name="Snapshot">Stored snapshot, or null.</param>
/// <param name="Facts">All facts in order.</param>
public sealed record AuditedStream(CaseId Case, long Version, StoredSnapshot? Snapshot, IReadOnlyList<StoredFact> Facts);
