using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Runtime.Operations;
using Ninben.Server.Access;
using Ninben.Server.Problems;

namespace Ninben.Server.Endpoints.Operations;

/// <summary><c>GET /api/operations/{id}</c></summary>
internal static class GetOperation
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/operations/{id}", Handle)
        .Describe("getOperation", "operations", "How far an operation is", AccessRule.SteerCases).Refuses(404);

    internal static async Task<Results<Ok<OperationRow>, ProblemResult>> Handle(string id, IOperations operations, CancellationToken cancellationToken) =>
        await operations.Find(id, cancellationToken) is { } found ? TypedResults.Ok(OperationRow.From(found)) : ProblemResult.NotFound("operation", id);
}
