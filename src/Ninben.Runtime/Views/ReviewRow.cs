using Ninben.Oversight.Gates;
using Ninben.Oversight.Reviews;

namespace Ninben.Runtime.Views;

/// <summary>One line of the inbox.</summary>
/// <param name="Id"><c>{case}-{number}</c>.</param>
/// <param name="Case">The case.</param>
/// <param name="Process">Process id; <c>ProcessName</c> is for people.</param>
/// <param name="Title">One line that names the matter.</param>
/// <param name="Why">First reason, as a sentence.</param>
/// <param name="Flags">How many fields are flagged.</param>
/// <param name="Group">Candidate group, null means everyone with the reviewer role.</param>
/// <param name="Assignee">Person id while claimed or completed, else null.</param>
/// <param name="Version">Sequence number of the fact that last changed the row.</param>
/// <param name="DecidedAs">Verdict kind in lower case once completed.</param>
/// <param name="UndoUntil">While the effect of the verdict still waits in the outbox; null otherwise.</param>
public sealed record ReviewRow(string Id, string Case, string Process, string ProcessName, string Title, string Why, int Flags,
    FrictionTier Tier, int Priority, string? Group, ReviewState State, string? Assignee, string? AssigneeName,
    DateTimeOffset OpenedAt, DateTimeOffset? DueAt, DateTimeOffset? DecidedAt, string? DecidedAs, DateTimeOffset? UndoUntil, long Version);
