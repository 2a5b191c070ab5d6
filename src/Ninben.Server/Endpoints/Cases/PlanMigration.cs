using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Bpmn.Cases;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Migrations;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Deployments;
using Ninben.Runtime.Execution;
using Ninben.Server.Access;
using Ninben.Server.Problems;

namespace Ninben.Server.Endpoints.Cases;

/// <summary><c>POST /api/cases/{id}/migration-plan</c>: a dry run.</summary>
internal static class PlanMigration
{
    /// <param name="Version">The version to migrate to.</param>
    /// <param name="Mapping">Elements that have another id there; all others keep theirs.</param>
    internal sealed record PlanMigrationRequest(int Version, IReadOnlyList<ElementMapping>? Mapping = null);

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/cases/{id}/migration-plan", Handle)
        .Describe("planMigration", "cases", "What a migration would do, and what speaks against it; changes nothing", AccessRule.SteerCases).Refuses(404);

    internal static async Task<Results<Ok<MigrationPlan>, ProblemResult>> Handle(string id, PlanMigrationRequest request, ICaseReader cases,
        IDeployments deployments, CancellationToken cancellationToken)
    {
        var command = new Ninben.Bpmn.Cases.Commands.MigrateCase(request.Version, [.. request.Mapping ?? []], "");
        return await cases.Read(new CaseId(id), state => Decider.Plan(state, command, deployments), cancellationToken) is { } plan
            ? TypedResults.Ok(plan)
            : ProblemResult.NotFound("case", id);
    }
}
