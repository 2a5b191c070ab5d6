using Ninben.Oversight.Subjects;

namespace Ninben.Runtime.Drafts;

/// <summary>
/// What a reviewer has typed but not decided. Not facts: a draft has no effect and may be lost with its review. The append of a verdict removes the
/// draft of whoever gave it.
/// </summary>
public interface IDrafts
{
    /// <summary>Saves or replaces; at most 64 KB of JSON.</summary>
    Task Save(ItemId review, string person, ReadOnlyMemory<byte> json, CancellationToken cancellationToken);

    /// <summary>The person's own draft, or null.</summary>
    Task<Draft?> Find(ItemId review, string person, CancellationToken cancellationToken);
}

/// <summary>A saved draft.</summary>
public sealed record Draft(ReadOnlyMemory<byte> Json, DateTimeOffset SavedAt);
