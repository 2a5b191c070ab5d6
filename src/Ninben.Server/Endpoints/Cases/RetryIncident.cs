using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Views;
using Ninben.Server.Access;
using Ninben.Server.Problems;
using Ninben.Server.Requests;

namespace Ninben.Server.Endpoints.Cases;

/// <summary><c>POST /api/cases/{id}/incidents/{number}/retry</c></summary>
internal static class RetryIncident
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/cases/{id}/incidents/{number:int}/retry", Handle)
        .Describe("retryIncident", "cases", "Lets a stuck step try again", AccessRule.SteerCases).Refuses(404, 409, 422, 503);

    internal static Task<Results<Ok<CaseRow>, ProblemResult>> Handle(string id, int number, Caller caller, RequestKey key, CaseDoor door,
        CancellationToken cancellationToken) =>
        door.Execute(new CaseId(id), new Ninben.Bpmn.Cases.Commands.RetryIncident(number), (caller, key), cancellationToken);
}
