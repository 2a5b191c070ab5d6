using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Views;
using Ninben.Server.Access;
using Ninben.Server.Problems;
using Ninben.Server.Requests;

namespace Ninben.Server.Endpoints.Cases;

/// <summary><c>POST /api/cases/{id}/instances/{instance}/move</c></summary>
internal static class MoveToken
{
    /// <param name="Element">Where the case goes on: an element of the same part of the process.</param>
    /// <param name="Reason">Why, for the history.</param>
    internal sealed record MoveTokenRequest(string Element, string Reason);

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/cases/{id}/instances/{instance:int}/move", Handle)
        .Describe("moveToken", "cases", "Ends an active step and begins another one in its place", AccessRule.SteerCases).Refuses(404, 409, 422, 503);

    internal static Task<Results<Ok<CaseRow>, ProblemResult>> Handle(string id, int instance, MoveTokenRequest request, Caller caller, RequestKey key,
        CaseDoor door, CancellationToken cancellationToken) => CaseDoor.MissingReason(request.Reason)
        ?? door.Execute(new CaseId(id), new Ninben.Bpmn.Cases.Commands.MoveToken(instance, request.Element ?? "", request.Reason), (caller, key),
            cancellationToken);
}
