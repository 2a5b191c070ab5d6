using System.Collections.Immutable;
using Ninben.Oversight.Gates;

namespace Ninben.Runtime.Views;

/// <summary>Saved views of the inbox.</summary>
public enum ReviewListing
{
    /// <summary>
    /// Open: ready for my groups, or claimed by me. Order: due time (none last), priority descending, id. A review of a suspended case is on none of the
    /// open listings, because nobody may judge it; it is back at its place when the case is resumed.
    /// </summary>
    Open,

    /// <summary>Claimed by me.</summary>
    Mine,

    /// <summary>Open and due within the hour or overdue.</summary>
    AtRisk,

    /// <summary>Completed, newest first.</summary>
    Done,
}

/// <summary>Which reviews to list. Authorisation is part of the key: <c>Groups</c> null means all groups (owner, auditor, admin).</summary>
public sealed record ReviewQuery(ReviewListing Listing, string Person, ImmutableArray<string>? Groups, string? Process, FrictionTier? Tier,
    string? Search, string? After, int Limit);
