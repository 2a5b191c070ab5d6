using Ninben.Oversight.Subjects;

namespace Ninben.Oversight.Reviews;

/// <summary>Who may take a verdict back. Whether it still can be taken back depends on the case, which knows what followed.</summary>
public static class UndoRules
{
    /// <summary>Null when the person gave the verdict, or is an admin, and the review is completed.</summary>
    public static Objection? Check(ReviewSubject review, Person person)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(person);
        if (review.State != ReviewState.Completed) return Objection.Conflict("nothing-to-undo", "This review has no verdict that could be taken back.");
        if (review.DecidedBy?.Id == person.Id || ReviewAccess.IsAdmin(person)) return null;
        return Objection.Forbidden("not-your-verdict", $"Only {review.DecidedBy?.Name} or an admin can take this verdict back.");
    }

    /// <summary>The objection when something that followed cannot be taken back; <paramref name="what"/> says what, and when.</summary>
    public static Objection TooLate(string what) => Objection.Conflict("too-late-to-undo", what);
}
