using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Views;
using Ninben.Server.Access;
using Ninben.Server.Problems;
using Ninben.Server.Requests;

namespace Ninben.Server.Endpoints.Cases;

/// <summary><c>POST /api/cases/{id}/cancel</c></summary>
internal static class CancelCase
{
    internal sealed record CancelCaseRequest(string Reason);

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/cases/{id}/cancel", Handle)
        .Describe("cancelCase", "cases", "Ends a case; what was sent stays sent", AccessRule.SteerCases).Refuses(404, 409, 422, 503);

    internal static Task<Results<Ok<CaseRow>, ProblemResult>> Handle(string id, CancelCaseRequest request, Caller caller, RequestKey key, CaseDoor door,
        CancellationToken cancellationToken) => CaseDoor.MissingReason(request.Reason)
        ?? door.Execute(new CaseId(id), new Ninben.Bpmn.Cases.Commands.CancelCase(request.Reason), (caller, key), cancellationToken);
}
