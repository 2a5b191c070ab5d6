using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Feel;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Views;
using Ninben.Server.Access;
using Ninben.Server.Problems;
using Ninben.Server.Requests;

namespace Ninben.Server.Endpoints.Cases;

/// <summary><c>POST /api/cases/{id}/instances/{instance}/activities</c></summary>
internal static class StartActivities
{
    /// <param name="Element">Id of an activity of the ad-hoc sub-process.</param>
    /// <param name="Variables">Variables that it has for itself, or null.</param>
    internal sealed record ActivityToStart(string Element, FeelContext? Variables = null);

    internal sealed record StartActivitiesRequest(IReadOnlyList<ActivityToStart> Elements);

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/cases/{id}/instances/{instance:int}/activities", Handle)
        .Describe("startActivities", "cases", "Starts activities of an ad-hoc sub-process", AccessRule.SteerCases).Refuses(404, 409, 422, 503);

    internal static async Task<Results<Ok<CaseRow>, ProblemResult>> Handle(string id, int instance, StartActivitiesRequest request, Caller caller,
        RequestKey key, CaseDoor door, CancellationToken cancellationToken)
    {
        if (request.Elements is not { Count: > 0 and <= 100 })
            return ProblemResult.Invalid("elements", "Name 1 to 100 activities to start.", "elements");
        ImmutableArray<AdHocChoice> choices = [.. request.Elements.Select(one => new AdHocChoice(one.Element, one.Variables))];
        return await door.Execute(new CaseId(id), new ChooseActivities(instance, choices), (caller, key), cancellationToken);
    }
}
