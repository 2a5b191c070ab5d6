using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Runtime.Operations;
using Ninben.Server.Access;
using Ninben.Server.Problems;

namespace Ninben.Server.Endpoints.Operations;

/// <summary><c>POST /api/operations/{id}/stop</c></summary>
internal static class StopOperation
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/operations/{id}/stop", Handle)
        .Describe("stopOperation", "operations", "Stops an operation; what was done stays done", AccessRule.SteerCases).Refuses(404, 503);

    internal static async Task<Results<Ok<OperationRow>, ProblemResult>> Handle(string id, IOperations operations, CancellationToken cancellationToken)
    {
        await operations.Stop(id, cancellationToken);
        return await operations.Find(id, cancellationToken) is { } found ? TypedResults.Ok(OperationRow.From(found)) : ProblemResult.NotFound("operation", id);
    }
}
