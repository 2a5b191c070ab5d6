using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Runtime.Accounts;
using Ninben.Server.Access;
using Ninben.Server.Problems;
using Ninben.Server.Requests;

namespace Ninben.Server.Endpoints.People;

/// <summary><c>PUT /api/people/{id}</c>: what is left out stays. A new password or a disabling ends every session of the person.</summary>
internal static class ChangePerson
{
    internal sealed record ChangePersonRequest(IReadOnlyList<string>? Roles = null, IReadOnlyList<string>? Groups = null, bool? Disabled = null,
        string? Password = null);

    public static void Map(IEndpointRouteBuilder app) => app.MapPut("/api/people/{id}", Handle)
        .Describe("changePerson", "people", "Changes roles, groups or password, or disables somebody who left", AccessRule.ManageAccess).Refuses(404, 409, 422);

    internal static async Task<Results<Ok<PersonRow>, ProblemResult>> Handle(string id, ChangePersonRequest request, RequestKey key, AnswerOnce once,
        IPeople people, ISessions sessions, CancellationToken cancellationToken)
    {
        var (earlier, reused) = once.Find(key);
        if (reused is not null) return reused;
        if (earlier is not null) return await Answer(earlier);

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

        var answer = PersonRow.From(changed);
        if (!await people.Change(changed, once.Keep(key, answer), cancellationToken))
            // The same request may have been quicker.
            return once.Find(key) is { Answer: { } same } ? await Answer(same)
                : ProblemResult.Conflict("last-admin", "Somebody must stay who is an admin and may sign in.");
        await EndSessions(answer);
        return TypedResults.Ok(answer);

        async Task<Ok<PersonRow>> Answer(string kept)
        {
            var row = AnswerOnce.Read<PersonRow>(kept);
            // The first attempt may have ended between its change and this.
            await EndSessions(row);
            return TypedResults.Ok(row);
        }

        Task EndSessions(PersonRow row) => request.Password is not null || row.Disabled ? sessions.EndAll(id, cancellationToken) : Task.CompletedTask;
    }
}
