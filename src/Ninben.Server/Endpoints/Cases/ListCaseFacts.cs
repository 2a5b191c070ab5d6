using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Streams;
using Ninben.Runtime.Views;
using Ninben.Server.Access;
using Ninben.Server.Endpoints.Audit;
using Ninben.Server.Problems;
using Ninben.Server.Requests;

namespace Ninben.Server.Endpoints.Cases;

/// <summary><c>GET /api/cases/{id}/facts</c></summary>
internal static class ListCaseFacts
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/cases/{id}/facts", Handle)
        .Describe("listCaseFacts", "cases", "The stream of a case, in order, exactly as it was hashed", AccessRule.ReadFacts).Refuses(404);

    internal static async Task<Results<Ok<Page<FactRow>>, ProblemResult>> Handle(string id, string? after, int? limit, ICaseView cases, IFactReader facts,
        CancellationToken cancellationToken)
    {
        var take = PageLimit.Check(limit);
        long from = 0;
        if (after is not null && !long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out from))
            throw new BadHttpRequestException("after is the sequence number of the last fact seen.");
        if (await cases.Find(new CaseId(id), cancellationToken) is null) return ProblemResult.NotFound("case", id);

        var rows = new List<FactRow>();
        await foreach (var fact in facts.Read(new CaseId(id), from + 1, cancellationToken))
        {
            if (rows.Count == take) return TypedResults.Ok(new Page<FactRow>(rows, rows[^1].Sequence.ToString(CultureInfo.InvariantCulture)));
            rows.Add(FactRow.From(fact));
        }

        return TypedResults.Ok(new Page<FactRow>(rows, null));
    }
}
