using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Oversight.Reviews;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Streams;
using Ninben.Runtime.Views;
using Ninben.Server.Access;
using Ninben.Server.Histories;
using Ninben.Server.Problems;

namespace Ninben.Server.Endpoints.Reviews;

/// <summary><c>GET /api/reviews/{id}</c>: looking claims nothing and decides nothing.</summary>
internal static class GetReview
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/reviews/{id}", Handle)
        .Describe("getReview", "reviews", "One review: its content as hashed, why it is here, and whether the caller may act", AccessRule.Anyone).Refuses(404);

    internal static async Task<Results<Ok<ReviewDetail>, ProblemResult>> Handle(string id, Caller caller, IReviewView reviews, IFactReader facts,
        ReviewSurroundings around, HoldExplanation explanation, CancellationToken cancellationToken)
    {
        if (!ItemId.TryParse(id, out var item) || await reviews.Find(item, cancellationToken) is not { } row
            || await CaseHistory.Read(facts, item.Case, cancellationToken) is not { } history || history.Review(item.Number) is not { } review)
            return ProblemResult.NotFound("review", id);

        var because = CannotAct(caller, (row, review), history);
        var verdict = review.Verdict is { } v
            ? new ReviewDetail.VerdictRow(v.Kind, review.By!, review.At!.Value, v.Reasons, v.Changes, v.Note)
            : null;
        return TypedResults.Ok(new ReviewDetail(row, review.Opened.Content, review.Opened.Shown, await around.Draft(item, caller, cancellationToken),
            history.Judgement(review.Opened.Instance) is { } judgement ? explanation.Of(judgement) : null, verdict, because is null,
            because, around.HoldSeconds(history, review)));
    }

    private static string? CannotAct(Caller caller, (ReviewRow Row, ReviewTrace Trace) of, CaseHistory history)
    {
        if (caller.Actor.Kind != ActorKind.Person) return "An API key never gives verdicts.";
        var (row, review) = of;
        var subject = new ReviewSubject(row.State, review.Opened.Content, review.Opened.Shown, row.Group, row.Tier, row.Assignee, row.AssigneeName,
            review.Verdict, review.By, review.At);
        if (ReviewAccess.Claim(subject, caller.Person) is { } objection) return objection.Message;
        return history.Suspended is var (_, by, reason) ? $"{by.Name} suspended the case: {reason}" : null;
    }
}
