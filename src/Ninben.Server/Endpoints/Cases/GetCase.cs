using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Deployments;
using Ninben.Runtime.Streams;
using Ninben.Runtime.Views;
using Ninben.Server.Access;
using Ninben.Server.Histories;
using Ninben.Server.Problems;

namespace Ninben.Server.Endpoints.Cases;

/// <summary><c>GET /api/cases/{id}</c></summary>
internal static class GetCase
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/cases/{id}", Handle)
        .Describe("getCase", "cases", "One case: where it stands, what it knows, and its history in sentences", AccessRule.Anyone).Refuses(404);

    internal static async Task<Results<Ok<CaseDetail>, ProblemResult>> Handle(string id, ICaseView cases, IReviewView reviews, IFactReader facts,
        IDeployments deployments, CancellationToken cancellationToken)
    {
        var caseId = new CaseId(id);
        if (await cases.Find(caseId, cancellationToken) is not { } row || await CaseHistory.Read(facts, caseId, cancellationToken) is not { } history)
            return ProblemResult.NotFound("case", id);

        var rows = new List<ReviewRow>();
        foreach (var number in history.Reviews)
            if (await reviews.Find(new ItemId(caseId, number), cancellationToken) is { } review) rows.Add(review);
        return TypedResults.Ok(CaseDetail.From(row, history, deployments, rows));
    }
}
