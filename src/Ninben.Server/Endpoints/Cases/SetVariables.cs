using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Feel;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Views;
using Ninben.Server.Access;
using Ninben.Server.Problems;
using Ninben.Server.Requests;

namespace Ninben.Server.Endpoints.Cases;

/// <summary><c>POST /api/cases/{id}/variables</c></summary>
internal static class SetVariables
{
    /// <param name="Values">New values by name; others stay as they are.</param>
    /// <param name="Reason">Why, for the history.</param>
    /// <param name="Scope">An active step with variables of its own; 0 is the case itself.</param>
    internal sealed record SetVariablesRequest(FeelContext Values, string Reason, int Scope = 0);

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/cases/{id}/variables", Handle)
        .Describe("setVariables", "cases", "Writes variables of a running case", AccessRule.SteerCases).Refuses(404, 409, 422, 503);

    internal static Task<Results<Ok<CaseRow>, ProblemResult>> Handle(string id, SetVariablesRequest request, Caller caller, RequestKey key, CaseDoor door,
        CancellationToken cancellationToken) => CaseDoor.MissingReason(request.Reason)
        ?? door.Execute(new CaseId(id), new Ninben.Bpmn.Cases.Commands.SetVariables(request.Scope, request.Values ?? FeelContext.Empty, request.Reason),
            (caller, key), cancellationToken);
}
