using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Runtime.Views;
using Ninben.Server.Access;

namespace Ninben.Server.Endpoints.Reviews;

/// <summary><c>GET /api/reviews/count</c></summary>
internal static class CountReviews
{
    private const int Cap = 1000;

    internal sealed record ReviewCount(int Open, bool Capped);

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/reviews/count", Handle)
        .Describe("countReviews", "reviews", "How many reviews are open for the caller, counted up to 1,000", AccessRule.Anyone);

    internal static async Task<Ok<ReviewCount>> Handle(Caller caller, IReviewView reviews, CancellationToken cancellationToken)
    {
        var open = await reviews.CountOpen(caller.Actor.Id, caller.VisibleGroups is { } groups ? groups : null, cancellationToken);
        return TypedResults.Ok(new ReviewCount(open, open >= Cap));
    }
}
