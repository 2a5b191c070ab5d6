using Ninben.Runtime.Accounts;
using Ninben.Server.Access;
using Ninben.Server.Problems;

namespace Ninben.Server.Endpoints.People;

/// <summary>A person, as an admin sees them.</summary>
internal sealed record PersonRow(string Id, string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Groups, bool Disabled, DateTimeOffset CreatedAt)
{
    public static PersonRow From(PersonAccount person) => new(person.Id, person.Name, person.Roles, person.Groups, person.Disabled, person.CreatedAt);

    /// <summary>What is wrong with a name, or null.</summary>
    public static string? NameFault(string name) => name.Trim()
        .Length is 0 or > 80 || name.Any(char.IsControl) ? "A name is 1 to 80 visible characters." : null;

    /// <summary>What is wrong with roles and groups, or null.</summary>
    public static ProblemResult? Fault(IReadOnlyList<string> roles, IReadOnlyList<string> groups)
    {
        var unknown = SignIn.Unknown(roles);
        if (!unknown.IsEmpty)
            return ProblemResult.Invalid("role-unknown", $"Roles are {string.Join(", ", Role.All)}; found {string.Join(", ", unknown)}.", "roles");
        return groups.Count > 100 || groups.Any(g => NameFault(g) is not null)
            ? ProblemResult.Invalid("group-faulty", "At most 100 groups of 1 to 80 visible characters each.", "groups")
            : null;
    }
}
