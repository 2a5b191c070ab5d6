using System.Collections.Immutable;
using Ninben.Oversight.Facts;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Execution;
using Ninben.Runtime.Jobs;

namespace Ninben.Runtime.Streams;

/// <summary>One burst: everything that one command changes, written together.</summary>
/// <param name="Case">The stream.</param>
/// <param name="ExpectedVersion">Sequence of the last fact that the decision saw; 0 for a new case.</param>
/// <param name="Stamp">When, who, why.</param>
/// <param name="Burst">Facts with their bytes; may be empty when only the command's answer is recorded.</param>
public sealed record CaseAppend(CaseId Case, long ExpectedVersion, Stamp Stamp, SealedBurst Burst)
{
    /// <summary>Sequence of the last fact after this burst.</summary>
    public long VersionAfter => ExpectedVersion + Burst.Facts.Length;

    /// <summary>The idempotency key to record, or null.</summary>
    public CommandKey? Key { get; init; }

    /// <summary>Work that must still be leased under this epoch, or null.</summary>
    public WorkLease? Lease { get; init; }

    /// <summary>Work that this burst asks for and that is leased from the start, because it begins in this process once the burst is committed.</summary>
    public ImmutableArray<WorkItem> Starting { get; init; } = [];

    /// <summary>
    /// A second burst of the same case under a stamp of its own, written with this one or not at all; null for none. It has no key and no lease.
    /// </summary>
    public CaseAppend? Then { get; init; }

    /// <summary>State after the burst to keep as a snapshot, or null to leave the stored one.</summary>
    public ReadOnlyMemory<byte>? Snapshot { get; init; }
}
