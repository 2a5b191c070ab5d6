using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Views;
using Ninben.Server.Access;
using Ninben.Server.Problems;
using Ninben.Server.Requests;

namespace Ninben.Server.Endpoints.Cases;

/// <summary><c>POST /api/cases/{id}/resume</c></summary>
internal static class ResumeCase
{
    internal sealed record ResumeCaseRequest(string Reason);

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/cases/{id}/resume", Handle)
        .Describe("resumeCase", "cases", "Lets a suspended case go on, with what arrived meanwhile", AccessRule.SteerCases).Refuses(404, 409, 422, 503);

    internal static Task<Results<Ok<CaseRow>, ProblemResult>> Handle(string id, ResumeCaseRequest request, Caller caller, RequestKey key, CaseDoor door,
        CancellationToken cancellationToken) => CaseDoor.MissingReason(request.Reason)
        ?? door.Execute(new CaseId(id), new Ninben.Bpmn.Cases.Commands.ResumeCase(request.Reason), (caller, key), cancellationToken);
}
