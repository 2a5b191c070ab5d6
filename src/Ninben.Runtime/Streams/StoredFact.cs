using Ninben.Oversight.Subjects;

namespace Ninben.Runtime.Streams;

/// <summary>A fact as it lies in the store.</summary>
/// <param name="Position">Counts up over all cases of this store; gaps are possible, order is commit order.</param>
/// <param name="Case">The stream.</param>
/// <param name="Sequence">1-based within the stream, without gaps.</param>
/// <param name="At">UTC.</param>
/// <param name="By">Who.</param>
/// <param name="Cause">Command id.</param>
/// <param name="Type">Wire name, e.g. <c>review.opened.v1</c>.</param>
/// <param name="Body">The fact's JSON, exactly the bytes that were hashed.</param>
/// <param name="Hash">SHA-256 over the previous fact's hash and this fact's header and body; see <c>Audit/FactHash.cs</c>.</param>
public sealed record StoredFact(long Position, CaseId Case, long Sequence, DateTimeOffset At, Actor By, string Cause, string Type,
    ReadOnlyMemory<byte> Body, ReadOnlyMemory<byte> Hash);
