using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Views;
using Ninben.Server.Access;
using Ninben.Server.Problems;
using Ninben.Server.Requests;

namespace Ninben.Server.Endpoints.Cases;

/// <summary><c>POST /api/cases/{id}/suspend</c></summary>
internal static class SuspendCase
{
    internal sealed record SuspendCaseRequest(string Reason);

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/cases/{id}/suspend", Handle)
        .Describe("suspendCase", "cases", "Stops a case: nothing new begins until it is resumed", AccessRule.SteerCases).Refuses(404, 409, 422, 503);

    internal static Task<Results<Ok<CaseRow>, ProblemResult>> Handle(string id, SuspendCaseRequest request, Caller caller, RequestKey key, CaseDoor door,
        CancellationToken cancellationToken) => CaseDoor.MissingReason(request.Reason)
        ?? door.Execute(new CaseId(id), new Ninben.Bpmn.Cases.Commands.SuspendCase(request.Reason), (caller, key), cancellationToken);
}
