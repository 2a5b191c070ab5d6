using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Runtime.Operations;
using Ninben.Runtime.Views;
using Ninben.Server.Access;
using Ninben.Server.Problems;
using Ninben.Server.Requests;

namespace Ninben.Server.Endpoints.Operations;

/// <summary><c>GET /api/operations/{id}/refusals</c></summary>
internal static class ListRefusals
{
    /// <param name="Case">The case that was left as it is.</param>
    /// <param name="Code">Kebab case, as for the change of one case.</param>
    /// <param name="Message">Why.</param>
    internal sealed record OperationRefusal(string Case, string Code, string Message);

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/operations/{id}/refusals", Handle)
        .Describe("listRefusals", "operations", "Cases that an operation left as they are, and why", AccessRule.SteerCases).Refuses(404);

    internal static async Task<Results<Ok<Page<OperationRefusal>>, ProblemResult>> Handle(string id, string? after, int? limit, IOperations operations,
        CancellationToken cancellationToken)
    {
        if (await operations.Find(id, cancellationToken) is null) return ProblemResult.NotFound("operation", id);
        var page = await operations.Refusals(id, after, PageLimit.Check(limit), cancellationToken);
        return TypedResults.Ok(new Page<OperationRefusal>(
            [.. page.Items.Select(one => new OperationRefusal(one.Case, one.Code!, one.Message ?? ""))], page.Next));
    }
}
