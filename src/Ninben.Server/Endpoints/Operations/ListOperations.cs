using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Runtime.Operations;
using Ninben.Runtime.Views;
using Ninben.Server.Access;

namespace Ninben.Server.Endpoints.Operations;

/// <summary><c>GET /api/operations</c></summary>
internal static class ListOperations
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/operations", Handle)
        .Describe("listOperations", "operations", "The 50 newest operations", AccessRule.SteerCases);

    internal static async Task<Ok<Page<OperationRow>>> Handle(IOperations operations, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Page<OperationRow>([.. (await operations.List(cancellationToken)).Select(OperationRow.From)], null));
}
