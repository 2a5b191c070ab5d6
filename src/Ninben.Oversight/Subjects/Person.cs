using System.Collections.Immutable;

namespace Ninben.Oversight.Subjects;

/// <summary>A person as the rules see them at the moment of a command: who, with which roles, in which groups.</summary>
public sealed record Person(string Id, string Name, ImmutableArray<string> Roles, ImmutableArray<string> Groups)
{
    /// <summary>The person as recorded in facts.</summary>
    public Actor Actor => new(ActorKind.Person, Id, Name);
}
