using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Oversight.Gates;
using Ninben.Runtime.Views;
using Ninben.Server.Access;
using Ninben.Server.Requests;

namespace Ninben.Server.Endpoints.Reviews;

/// <summary><c>GET /api/reviews</c></summary>
internal static class ListReviews
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/reviews", Handle)
        .Describe("listReviews", "reviews", "The inbox: open, mine, atRisk or done", AccessRule.Anyone);

    internal static async Task<Ok<Page<ReviewRow>>> Handle(string? view, string? process, string? tier, string? q, string? after, int? limit, Caller caller,
        IReviewView reviews, CancellationToken cancellationToken)
    {
        var query = new ReviewQuery(Listing(view), caller.Actor.Id, caller.VisibleGroups, process, Tier(tier), q, after, PageLimit.Check(limit));
        return TypedResults.Ok(await reviews.List(query, cancellationToken));
    }

    private static ReviewListing Listing(string? view) => view switch
    {
        null or "open" => ReviewListing.Open,
        "mine" => ReviewListing.Mine,
        "atRisk" => ReviewListing.AtRisk,
        "done" => ReviewListing.Done,
        _ => throw new BadHttpRequestException($"view is open, mine, atRisk or done, found '{view}'."),
    };

    private static FrictionTier? Tier(string? tier) => tier switch
    {
        null => null,
        "low" => FrictionTier.Low,
        "medium" => FrictionTier.Medium,
        "high" => FrictionTier.High,
        "critical" => FrictionTier.Critical,
        _ => throw new BadHttpRequestException($"tier is low, medium, high or critical, found '{tier}'."),
    };
}
