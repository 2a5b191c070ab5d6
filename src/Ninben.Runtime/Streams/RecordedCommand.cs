using Ninben.Oversight.Subjects;

namespace Ninben.Runtime.Streams;

/// <summary>The recorded answer to an idempotency key.</summary>
/// <param name="Case">The case that changed.</param>
/// <param name="Version">Its version after the command.</param>
/// <param name="SameBody">Whether the recorded request body is the one asked about.</param>
public sealed record RecordedCommand(CaseId Case, long Version, bool SameBody);
