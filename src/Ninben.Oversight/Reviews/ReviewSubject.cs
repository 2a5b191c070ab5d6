using Ninben.Oversight.Gates;
using Ninben.Oversight.Subjects;

namespace Ninben.Oversight.Reviews;

/// <summary>What the rules must know of a review to judge a command on it.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Content">What is shown.</param>
/// <param name="Shown">Hash of the content.</param>
/// <param name="Group">Candidate group; null means every reviewer.</param>
/// <param name="Tier">Care that a verdict must show.</param>
/// <param name="Assignee">Who has it; null while it is ready.</param>
/// <param name="AssigneeName">Their name for people.</param>
/// <param name="Verdict">What was said, once completed.</param>
/// <param name="DecidedBy">Who said it, once completed.</param>
/// <param name="DecidedAt">When, once completed.</param>
public sealed record ReviewSubject(ReviewState State, ReviewContent Content, string Shown, string? Group, FrictionTier Tier,
    string? Assignee, string? AssigneeName, Verdict? Verdict, Actor? DecidedBy, DateTimeOffset? DecidedAt);
