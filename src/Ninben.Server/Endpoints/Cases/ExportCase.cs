using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Audit;
using Ninben.Server.Access;
using Ninben.Server.Problems;

namespace Ninben.Server.Endpoints.Cases;

/// <summary><c>GET /api/cases/{id}/export</c></summary>
internal static class ExportCase
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/cases/{id}/export", Handle)
        .Describe("exportCase", "cases", "A bundle that ninben verify --file checks without a server", AccessRule.AuditFacts).Refuses(404);

    internal static async Task<Results<FileContentHttpResult, ProblemResult>> Handle(string id, CaseExport export, HttpContext context)
    {
        if (await export.Write(new CaseId(id), context.RequestAborted) is not { } bundle) return ProblemResult.NotFound("case", id);
        return TypedResults.File(bundle.ToArray(), "application/json", $"case-{id}.json");
    }
}
