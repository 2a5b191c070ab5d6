using System.Collections.Immutable;
using Ninben.Feel;

namespace Ninben.Dmn;

/// <summary>One answer that a decision may give, as far as its logic shows it without being evaluated.</summary>
public abstract record PossibleAnswer
{
    private PossibleAnswer(SourceLocation location) => Location = location;

    /// <summary>Where the logic says so: a cell, or a part of an expression.</summary>
    public SourceLocation Location { get; }

    /// <summary>A value that is written in the model.</summary>
    public sealed record Known(FeelValue Value, SourceLocation Location) : PossibleAnswer(Location);

    /// <summary>A value that is worked out, always of that kind or null.</summary>
    public sealed record OfKind(FeelKind Kind, SourceLocation Location) : PossibleAnswer(Location);

    /// <summary>A context of these entries and no others, each with the answers that it may have.</summary>
    public sealed record Entries(ImmutableSortedDictionary<string, ImmutableArray<PossibleAnswer>> Values, SourceLocation Location) : PossibleAnswer(Location);

    /// <summary>A list, with the answers that its items may have.</summary>
    public sealed record Items(ImmutableArray<PossibleAnswer> Values, SourceLocation Location) : PossibleAnswer(Location);

    /// <summary>Something that only an evaluation tells.</summary>
    public sealed record Unknown(SourceLocation Location) : PossibleAnswer(Location);
}
