using System.Collections.Immutable;
using Ninben.Oversight.Subjects;

namespace Ninben.Runtime.Accounts;

/// <summary>A person who may sign in.</summary>
/// <param name="Id">Stable and opaque; recorded in facts.</param>
/// <param name="Name">Unique without regard to case; what people type to sign in and read in the timeline. 1..80 characters.</param>
/// <param name="PasswordHash">Null for a person who can only be entered as a demo persona.</param>
/// <param name="Roles">Of <see cref="Role"/>.</param>
/// <param name="Groups">Candidate groups of reviews that this person may act on.</param>
/// <param name="Disabled">True for somebody who left: every session ends with the next request.</param>
/// <param name="CreatedAt">UTC.</param>
public sealed record PersonAccount(string Id, string Name, string? PasswordHash, ImmutableArray<string> Roles, ImmutableArray<string> Groups,
    bool Disabled, DateTimeOffset CreatedAt)
{
    /// <summary>The person as the rules of the core see them.</summary>
    public Person Person => new(Id, Name, Roles, Groups);
}
