using Ninben.Oversight.Facts;
using Ninben.Oversight.Gates;

namespace Ninben.Oversight.Reviews;

/// <summary><c>review.opened.v1</c>: a person is asked. Group, priority and due time are final; <c>Shown</c> is the hash of the content.</summary>
public sealed record ReviewOpened(int Review, int Instance, ReviewContent Content, string Shown, string? Group, int Priority,
    DateTimeOffset? DueAt, FrictionTier Tier, int Round) : Fact;

/// <summary><c>review.claimed.v1</c></summary>
public sealed record ReviewClaimed(int Review, string Person, string Name) : Fact;

/// <summary><c>review.released.v1</c></summary>
public sealed record ReviewReleased(int Review) : Fact;

/// <summary><c>verdict.given.v1</c>: the stamp names the reviewer.</summary>
public sealed record VerdictGiven(int Review, Verdict Verdict) : Fact;

/// <summary><c>verdict.undone.v1</c>: within the hold time the reviewer took the verdict back; the review is claimed by them again.</summary>
public sealed record VerdictUndone(int Review, int Instance) : Fact;

/// <summary><c>review.cancelled.v1</c>: the case no longer needs it.</summary>
public sealed record ReviewCancelled(int Review, string Reason) : Fact;
