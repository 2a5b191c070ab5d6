using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Views;
using Ninben.Server.Access;
using Ninben.Server.Problems;
using Ninben.Server.Requests;

namespace Ninben.Server.Endpoints.Cases;

/// <summary><c>POST /api/cases/{id}/migrate</c></summary>
internal static class MigrateCase
{
    /// <param name="Version">The version to migrate to.</param>
    /// <param name="Reason">Why, for the history.</param>
    /// <param name="Mapping">Elements that have another id there; all others keep theirs.</param>
    internal sealed record MigrateCaseRequest(int Version, string Reason, IReadOnlyList<ElementMapping>? Mapping = null);

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/cases/{id}/migrate", Handle)
        .Describe("migrateCase", "cases", "Lets a case run by another version of its process", AccessRule.SteerCases).Refuses(404, 409, 422, 503);

    internal static Task<Results<Ok<CaseRow>, ProblemResult>> Handle(string id, MigrateCaseRequest request, Caller caller, RequestKey key, CaseDoor door,
        CancellationToken cancellationToken) => CaseDoor.MissingReason(request.Reason)
        ?? door.Execute(new CaseId(id), new Ninben.Bpmn.Cases.Commands.MigrateCase(request.Version, [.. request.Mapping ?? []], request.Reason), (caller, key),
            cancellationToken);
}
