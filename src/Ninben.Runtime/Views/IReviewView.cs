using Ninben.Oversight.Subjects;

namespace Ninben.Runtime.Views;

/// <summary>The inbox's read model; its rows change in the transaction that appends the facts.</summary>
public interface IReviewView
{
    /// <summary>One keyset page; limit 1..200.</summary>
    Task<Page<ReviewRow>> List(ReviewQuery query, CancellationToken cancellationToken);

    /// <summary>One row, or null.</summary>
    Task<ReviewRow?> Find(ItemId review, CancellationToken cancellationToken);

    /// <summary>How many reviews <see cref="ReviewListing.Open"/> lists, counted up to 1,000 (null groups: all).</summary>
    Task<int> CountOpen(string person, IReadOnlyList<string>? groups, CancellationToken cancellationToken);
}
