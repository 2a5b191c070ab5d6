using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Runtime.Accounts;
using Ninben.Server.Access;
using Ninben.Server.Problems;

namespace Ninben.Server.Endpoints.People;

/// <summary><c>PUT /api/people/{id}</c>: what is left out stays. A new password or a disabling ends every session of the person.</summary>
internal static class ChangePerson
{
    internal sealed record ChangePersonRequest(IReadOnlyList<string>? Roles = null, IReadOnlyList<string>? Groups = null, bool? Disabled = null,
        string? Password = null);

    public static void Map(IEndpointRouteBuilder app) => app.MapPut("/api/people/{id}", Handle)
        .Describe("changePerson", "people", "Changes roles, groups or password, or disables somebody who left", AccessRule.ManageAccess).Refuses(404, 409, 422);

    internal static async Task<Results<Ok<PersonRow>, ProblemResult>> Handle(string id, ChangePersonRequest request, IPeople people, ISessions sessions,
        CancellationToken cancellationToken)
    {
        if (people.Find(id) is not { } person) return ProblemResult.NotFound("person", id);
        var changed = person with
        {
            Roles = request.Roles is { } roles ? [.. roles.Distinct()] : person.Roles,
            Groups = request.Groups is { } groups ? [.. groups.Distinct()] : person.Groups,
            Disabled = request.Disabled ?? person.Disabled,
        };
        if (PersonRow.Fault(changed.Roles, changed.Groups) is { } problem) return problem;
        if (request.Password is { } password)
        {
            if (SignIn.PasswordFault(password) is { } fault) return ProblemResult.Invalid("password-faulty", fault, "password");
            changed = SignIn.WithPassword(changed, password);
        }

        if (!await people.Change(changed, cancellationToken)) return ProblemResult.Conflict("last-admin",
            "Somebody must stay who is an admin and may sign in.");
        if (request.Password is not null || changed.Disabled) await sessions.EndAll(id, cancellationToken);
        return TypedResults.Ok(PersonRow.From(changed));
    }
}
