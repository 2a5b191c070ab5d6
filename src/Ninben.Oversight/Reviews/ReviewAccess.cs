using Ninben.Oversight.Subjects;

namespace Ninben.Oversight.Reviews;

/// <summary>Who may act on a review, and the rules of claiming and releasing. Pure.</summary>
public static class ReviewAccess
{
    /// <summary>Name of the role that may give verdicts.</summary>
    public const string Reviewer = "reviewer";

    /// <summary>Name of the role that may do everything.</summary>
    public const string Admin = "admin";

    /// <summary>Null when the person may act on a review of that group; otherwise why not.</summary>
    public static Objection? MayAct(Person person, string? group)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (IsAdmin(person)) return null;
        if (!person.Roles.Contains(Reviewer))
            return Objection.Forbidden("not-a-reviewer", $"{person.Name} does not have the role '{Reviewer}'. Ask an admin for it.");
        if (group is not null && !person.Groups.Contains(group))
            return Objection.Forbidden("not-in-group", $"This review is for the group '{group}', and {person.Name} is not in it.");
        return null;
    }

    /// <summary>Null when the person may take the review, or has it already.</summary>
    public static Objection? Claim(ReviewSubject review, Person person)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(person);
        if (Closed(review) is { } closed) return closed;
        if (MayAct(person, review.Group) is { } denied) return denied;
        return ClaimedByOther(review, person);
    }

    /// <summary>Null when the person may give the review back: its assignee or an admin.</summary>
    public static Objection? Release(ReviewSubject review, Person person)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(person);
        if (Closed(review) is { } closed) return closed;
        if (review.State == ReviewState.Ready || review.Assignee == person.Id || IsAdmin(person)) return null;
        return Objection.Forbidden("claimed-by-other", $"Only {review.AssigneeName} or an admin can release this review.");
    }

    internal static bool IsAdmin(Person person) => person.Roles.Contains(Admin);

    internal static Objection? ClaimedByOther(ReviewSubject review, Person person) =>
        review.State == ReviewState.Claimed && review.Assignee != person.Id
            ? Objection.Conflict("claimed-by-other", $"{review.AssigneeName} has claimed this review. Ask them to release it.")
            : null;

    internal static Objection? Closed(ReviewSubject review) => review.State switch
    {
        ReviewState.Completed => Objection.Conflict("already-decided",
            $"Decided by {review.DecidedBy?.Name} at {review.DecidedAt?.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}: {Word(review.Verdict)}."),
        ReviewState.Cancelled => Objection.Conflict("review-cancelled", "The case no longer needs this review."),
        _ => null,
    };

    private static string Word(Verdict? verdict) => verdict?.Kind switch
    {
        VerdictKind.Approve => "approve",
        VerdictKind.Amend => "amend",
        VerdictKind.Reject => "reject",
        VerdictKind.Return => "return",
        _ => "unknown",
    };
}
