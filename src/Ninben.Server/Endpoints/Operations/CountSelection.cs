using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Runtime.Execution;
using Ninben.Runtime.Views;
using Ninben.Server.Access;

namespace Ninben.Server.Endpoints.Operations;

/// <summary><c>GET /api/operations/count</c></summary>
internal static class CountSelection
{
    /// <param name="Count">How many cases fit now.</param>
    /// <param name="TooMany">More than one operation changes; <c>Count</c> is then that limit.</param>
    internal sealed record SelectionCount(int Count, bool TooMany);

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/operations/count", Handle)
        .Describe("countSelection", "operations", "How many cases an operation would change", AccessRule.SteerCases);

    internal static async Task<Ok<SelectionCount>> Handle(string? process, string? state, string? search, ICaseView cases, ICaseReader reader,
        CancellationToken cancellationToken)
    {
        var found = await StartOperation.Select(new StartOperation.CaseSelection(null, process, null, state, search), (cases, reader), cancellationToken);
        return TypedResults.Ok(new SelectionCount(found?.Count ?? StartOperation.MostCases, found is null));
    }
}
