using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Feel;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Streams;
using Ninben.Runtime.Views;
using Ninben.Server.Access;
using Ninben.Server.Histories;
using Ninben.Server.Problems;
using Ninben.Server.Requests;

namespace Ninben.Server.Endpoints.Cases;

/// <summary><c>POST /api/cases/{id}/outcome</c>: what later proved true, compared with what was decided.</summary>
internal static class RecordOutcome
{
    internal sealed record OutcomeRequest(FeelValue Truth, string? Element = null, string? Note = null);

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/cases/{id}/outcome", Handle)
        .Describe("recordOutcome", "cases", "Records what later proved true", AccessRule.SteerCases).Refuses(404, 409, 422, 503);

    internal static async Task<Results<Ok<CaseRow>, ProblemResult>> Handle(string id, OutcomeRequest request, Caller caller, RequestKey key, CaseDoor door,
        IFactReader facts, CancellationToken cancellationToken)
    {
        int? instance = null;
        if (request.Element is { } element)
        {
            if (await CaseHistory.Read(facts, new CaseId(id), cancellationToken) is not { } history) return ProblemResult.NotFound("case", id);
            instance = history.NewestInstanceOf(element);
            if (instance is null) return ProblemResult.Invalid("element-unknown", $"The case never reached '{element}'.", "element");
        }

        var command = new Ninben.Bpmn.Cases.Commands.RecordOutcome(instance, request.Truth, request.Note);
        return await door.Execute(new CaseId(id), command, (caller, key), cancellationToken);
    }
}
