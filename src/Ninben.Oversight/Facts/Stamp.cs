using Ninben.Oversight.Subjects;

namespace Ninben.Oversight.Facts;

/// <summary>When, by whom and because of which command a burst of facts came to be. The same for all facts of one burst.</summary>
/// <param name="At">UTC, millisecond precision.</param>
/// <param name="By">The acting party.</param>
/// <param name="Cause">The command's id: the client's idempotency key, or one stamped by Runtime.</param>
public sealed record Stamp(DateTimeOffset At, Actor By, string Cause);
