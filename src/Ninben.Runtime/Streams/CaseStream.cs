using Ninben.Oversight.Subjects;

namespace Ninben.Runtime.Streams;

/// <summary>What is needed to bring a case's state back.</summary>
/// <param name="Case">The case.</param>
/// <param name="Version">Sequence of the last fact.</param>
/// <param name="Head">Hash of the last fact, 32 bytes.</param>
/// <param name="LastAt">Time of the last fact.</param>
/// <param name="Snapshot">A state to start from, or null.</param>
/// <param name="Facts">The facts after the snapshot, in order.</param>
public sealed record CaseStream(CaseId Case, long Version, ReadOnlyMemory<byte> Head, DateTimeOffset LastAt, StoredSnapshot? Snapshot,
    IReadOnlyList<StoredFact> Facts);

/// <summary>A case's state after some fact: a cache, deletable at any time.</summary>
public sealed record StoredSnapshot(long Version, ReadOnlyMemory<byte> Bytes);
