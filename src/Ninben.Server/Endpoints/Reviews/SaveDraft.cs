using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Drafts;
using Ninben.Runtime.Views;
using Ninben.Server.Access;
using Ninben.Server.Problems;
using Ninben.Server.Requests;

namespace Ninben.Server.Endpoints.Reviews;

/// <summary><c>PUT /api/reviews/{id}/draft</c>: any JSON of at most 64 KB, seen by nobody else.</summary>
internal static class SaveDraft
{
    private const int MaxBytes = 64 * 1024;

    public static void Map(IEndpointRouteBuilder app) => app.MapPut("/api/reviews/{id}/draft", Handle)
        .Describe("saveDraft", "reviews", "Keeps what the reviewer typed", AccessRule.JudgeReviews).Accepts<JsonElement>("application/json")
        .Refuses(404, 413, 422, 503);

    internal static async Task<Results<NoContent, ProblemResult>> Handle(string id, RequestBody body, Caller caller, IReviewView reviews, IDrafts drafts,
        CancellationToken cancellationToken)
    {
        if (!ItemId.TryParse(id, out var item) || await reviews.Find(item, cancellationToken) is null) return ProblemResult.NotFound("review", id);
        if (body.Bytes.IsEmpty) return ProblemResult.Invalid("draft-empty", "A draft is a JSON value.");
        if (body.Bytes.Length > MaxBytes)
            return new ProblemResult(Problem.Of(StatusCodes.Status413PayloadTooLarge, "too-large", "Too large", "A draft has at most 64 KB."));
        await drafts.Save(item, caller.Actor.Id, body.Bytes, cancellationToken);
        return TypedResults.NoContent();
    }
}
