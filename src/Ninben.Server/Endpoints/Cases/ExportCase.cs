using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Audit;
using Ninben.Runtime.Deployments;
using Ninben.Runtime.Streams;
using Ninben.Server.Access;
using Ninben.Server.Problems;

namespace Ninben.Server.Endpoints.Cases;

/// <summary><c>GET /api/cases/{id}/export</c></summary>
internal static class ExportCase
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/cases/{id}/export", Handle)
        .Describe("exportCase", "cases", "A bundle that ninben verify --file checks without a server", AccessRule.AuditFacts).Refuses(404);

    internal static async Task<Results<Ok<CaseBundle>, ProblemResult>> Handle(string id, IFactReader facts, IDeployments deployments, TimeProvider time,
        HttpContext context)
    {
        if (await CaseExport.Make(new CaseId(id), facts, deployments, (time.GetUtcNow(), context.RequestAborted)) is not { } bundle)
            return ProblemResult.NotFound("case", id);
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"case-{bundle.Case}.json\"";
        return TypedResults.Ok(bundle);
    }
}
