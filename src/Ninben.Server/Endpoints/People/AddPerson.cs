using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Runtime.Accounts;
using Ninben.Server.Access;
using Ninben.Server.Problems;
using Ninben.Server.Requests;

namespace Ninben.Server.Endpoints.People;

/// <summary><c>POST /api/people</c></summary>
internal static class AddPerson
{
    internal sealed record AddPersonRequest(string Name, string Password, IReadOnlyList<string> Roles, IReadOnlyList<string>? Groups = null);

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/people", Handle)
        .Describe("addPerson", "people", "Adds a person", AccessRule.ManageAccess).Refuses(409, 422);

    internal static async Task<Results<Created<PersonRow>, ProblemResult>> Handle(AddPersonRequest request, RequestKey key, AnswerOnce once, IPeople people,
        TimeProvider time, CancellationToken cancellationToken)
    {
        var (earlier, reused) = once.Find(key);
        if (reused is not null) return reused;
        if (earlier is not null) return Created(AnswerOnce.Read<PersonRow>(earlier));

        var groups = request.Groups ?? [];
        if (PersonRow.NameFault(request.Name) is { } nameFault) return ProblemResult.Invalid("name-faulty", nameFault, "name");
        if (SignIn.PasswordFault(request.Password) is { } fault) return ProblemResult.Invalid("password-faulty", fault, "password");
        if (PersonRow.Fault(request.Roles, groups) is { } problem) return problem;

        var person = SignIn.WithPassword(new PersonAccount(Guid.CreateVersion7().ToString("N"), request.Name.Trim(), null,
            [.. request.Roles.Distinct()], [.. groups.Distinct()], Disabled: false, time.GetUtcNow()), request.Password);
        var answer = PersonRow.From(person);
        if (await people.Add(person, once.Keep(key, answer), cancellationToken)) return Created(answer);
        // The same request may have been quicker.
        return once.Find(key) is { Answer: { } same } ? Created(AnswerOnce.Read<PersonRow>(same))
            : ProblemResult.Conflict("name-taken", $"There is somebody named '{person.Name}' already.");
    }

    private static Created<PersonRow> Created(PersonRow person) => TypedResults.Created($"/api/people/{person.Id}", person);
}
