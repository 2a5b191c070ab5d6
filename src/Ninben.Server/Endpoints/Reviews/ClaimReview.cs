using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Runtime.Views;
using Ninben.Server.Access;
using Ninben.Server.Problems;
using Ninben.Server.Requests;

namespace Ninben.Server.Endpoints.Reviews;

/// <summary><c>POST /api/reviews/{id}/claim</c></summary>
internal static class ClaimReview
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/reviews/{id}/claim", Handle)
        .Describe("claimReview", "reviews", "Takes a review", AccessRule.JudgeReviews).Refuses(404, 409, 422, 503);

    internal static async Task<Results<Ok<ReviewRow>, ProblemResult>> Handle(string id, Caller caller, RequestKey key, ReviewDoor door,
        CancellationToken cancellationToken)
    {
        var (row, problem) = await door.Execute(id, item => new Ninben.Bpmn.Cases.Commands.ClaimReview(item.Number, caller.Person), (caller, key),
            cancellationToken);
        return row is null ? problem! : TypedResults.Ok(row);
    }
}
