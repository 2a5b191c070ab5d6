using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Bpmn.Cases;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Deployments;
using Ninben.Runtime.Execution;
using Ninben.Server.Access;
using Ninben.Server.Problems;

namespace Ninben.Server.Endpoints.Cases;

/// <summary><c>GET /api/cases/{id}/instances/{instance}/targets</c></summary>
internal static class ListMoveTargets
{
    /// <param name="Element">Its id.</param>
    /// <param name="Name">As drawn, else the id.</param>
    /// <param name="Kind">For example <c>user task</c>.</param>
    internal sealed record MoveTarget(string Element, string Name, string Kind);

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/cases/{id}/instances/{instance:int}/targets", Handle)
        .Describe("listMoveTargets", "cases", "Where an active step could be moved to", AccessRule.SteerCases).Refuses(404);

    internal static async Task<Results<Ok<IReadOnlyList<MoveTarget>>, ProblemResult>> Handle(string id, int instance, ICaseReader cases,
        IDeployments deployments, CancellationToken cancellationToken) => await cases.Read(new CaseId(id), state =>
            state.Instance(instance) is { IsActive: true }
                ? Decider.MoveTargets(state, instance, deployments).Select(target => new MoveTarget(target.Id, target.Label, target.KindName)).ToArray()
                : null, cancellationToken) is { } targets
            ? TypedResults.Ok<IReadOnlyList<MoveTarget>>(targets)
            : ProblemResult.NotFound("active step", $"{id}-{instance}");
}
