using System.Collections.Immutable;
using Ninben.Oversight.Proposals;

namespace Ninben.Oversight.Reviews;

/// <summary>What a reviewer said, and what they had before their eyes when they said it.</summary>
/// <param name="Kind">Approve, amend, reject or return.</param>
/// <param name="Shown">Hash of the review content that the reviewer saw (<see cref="ReviewContent"/>); must equal the current one.</param>
/// <param name="Reasons">Structured reasons; reject and return need at least one.</param>
/// <param name="Changes">For amend: at least one; otherwise empty.</param>
/// <param name="Confirmed">Names of flagged fields that the reviewer confirmed or changed.</param>
/// <param name="EvidenceOpened">Hashes of the documents that were on screen.</param>
/// <param name="Note">Free text, at most 4,000 characters.</param>
/// <param name="DwellMilliseconds">From the content being painted to the key press, as measured by the client; null when unknown.</param>
public sealed record Verdict(VerdictKind Kind, string Shown, ImmutableArray<Reason> Reasons, ImmutableArray<FieldChange> Changes,
    ImmutableArray<string> Confirmed, ImmutableArray<string> EvidenceOpened, string? Note, int? DwellMilliseconds);
