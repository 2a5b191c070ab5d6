namespace Ninben.Feel;

/// <summary>What one evaluation may use. An exhausted budget ends it with null and the note "budget-exhausted".</summary>
/// <param name="Steps">Iterations, calls and list elements touched; strings cost one step for each 128 characters.</param>
/// <param name="Depth">Nested calls of user-defined functions.</param>
/// <param name="ListLength">Longest list, in elements.</param>
/// <param name="StringLength">Longest string, in UTF-16 units.</param>
public sealed record FeelBudget(int Steps = 200_000, int Depth = 256, int ListLength = 10_000, int StringLength = 1_048_576)
{
    /// <summary>The limits that hold when a caller names none.</summary>
    public static FeelBudget Default { get; } = new();

    /// <summary>How much memory the lists, contexts and strings it makes may take together, in bytes, whether they are kept or not.</summary>
    public long Allocation { get; init; } = 128 * 1024 * 1024;

    /// <summary>Ends the evaluation from outside; it then counts as exhausted.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>The instant that now() and today() answer. Evaluation is pure, so without it both are null with the note "no-clock".</summary>
    public DateTimeOffset? Now { get; init; }
}
