using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Runtime.Deployments;
using Ninben.Runtime.Views;
using Ninben.Server.Access;

namespace Ninben.Server.Endpoints.Processes;

/// <summary><c>GET /api/processes</c></summary>
internal static class ListProcesses
{
    internal sealed record ProcessList(IReadOnlyList<ProcessSummary> Items);

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/processes", Handle)
        .Describe("listProcesses", "processes", "Every deployed process in its newest version", AccessRule.Anyone);

    internal static async Task<Ok<ProcessList>> Handle(IDeployments deployments, ICaseView cases, CancellationToken cancellationToken)
    {
        var counts = (await cases.CountByProcess(cancellationToken)).ToLookup(c => c.Process);
        var newest = deployments.List("process").GroupBy(m => m.Id).Select(g => g.MaxBy(m => m.Version)!)
            .OrderBy(m => m.Name, StringComparer.OrdinalIgnoreCase);
        return TypedResults.Ok(new ProcessList([.. newest.Select(m => new ProcessSummary(m.Id, m.Name, m.Version, m.Hash, m.DeployedAt, m.DeployedBy,
            counts[m.Id].Sum(c => c.Open), counts[m.Id].Sum(c => c.Closed), counts[m.Id].Sum(c => c.Incidents)))]));
    }
}
