using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
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
        .Describe("exportCase", "cases", "A bundle that ninben verify --file checks without a server", AccessRule.AuditFacts)
        .Produces<JsonElement>(200, "application/json").Refuses(404);

    internal static async Task<IResult> Handle(string id, CaseExport export, HttpContext context)
    {
        if (await export.Write(new CaseId(id), context.RequestAborted) is not { } bundle) return ProblemResult.NotFound("case", id);
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"case-{id}.json\"";
        return TypedResults.Bytes(bundle, "application/json");
    }
}
