using System.Collections.Immutable;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Accounts;

namespace Ninben.Server.Access;

/// <summary>Who sends this request: a signed-in person or a key, with what it may do at this moment.</summary>
internal sealed record Caller(Actor Actor, ImmutableArray<string> Roles, ImmutableArray<string> Groups)
{
    /// <summary>The person as the core's rules see them; a key is nobody's person.</summary>
    public Person Person => Actor.Kind == ActorKind.Person
        ? new Person(Actor.Id, Actor.Name, Roles, Groups)
        : throw new InvalidOperationException("A key was let through to an endpoint for people; its access rule must say so.");

    public bool Is(string role) => Roles.Contains(role);

    /// <summary>The groups whose reviews this caller lists: null for those who see all of them.</summary>
    public ImmutableArray<string>? VisibleGroups => Is(Role.Owner) || Is(Role.Auditor) || Is(Role.Admin) || Is(Role.Builder) ? null : Groups;

    public static Caller From(ClaimsPrincipal user)
    {
        var kind = user.FindFirstValue(ClaimName.Kind) == "key" ? ActorKind.Key : ActorKind.Person;
        var id = user.FindFirstValue(ClaimName.Id) ?? throw new InvalidOperationException("The request is not signed in; its endpoint must ask for that.");
        return new Caller(new Actor(kind, id, user.FindFirstValue(ClaimName.Name) ?? id), [.. user.FindAll(ClaimName.Role).Select(c => c.Value)],
            [.. user.FindAll(ClaimName.Group).Select(c => c.Value)]);
    }

    /// <summary>Lets handlers take a caller as a parameter.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context) => ValueTask.FromResult<Caller?>(From(context.User));
}
