using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Ninben.Oversight.Proposals;
using Ninben.Oversight.Reviews;
using Ninben.Runtime.Views;
using Ninben.Server.Access;
using Ninben.Server.Problems;
using Ninben.Server.Requests;

namespace Ninben.Server.Endpoints.Reviews;

/// <summary><c>POST /api/reviews/{id}/verdict</c></summary>
internal static class GiveVerdict
{
    internal sealed record VerdictRequest(VerdictKind Kind, string Shown, IReadOnlyList<Reason>? Reasons = null, IReadOnlyList<FieldChange>? Changes = null,
        IReadOnlyList<string>? Confirmed = null, IReadOnlyList<string>? EvidenceOpened = null, string? Note = null, int? DwellMilliseconds = null)
    {
        public Verdict ToVerdict() => new(Kind, Shown, [.. Reasons ?? []], [.. Changes ?? []], [.. Confirmed ?? []], [.. EvidenceOpened ?? []], Note,
            DwellMilliseconds);
    }

    internal sealed record VerdictAnswer(ReviewRow Row, DateTimeOffset? UndoUntil);

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/reviews/{id}/verdict", Handle)
        .Describe("giveVerdict", "reviews", "Answers a review: approve, amend, reject or return", AccessRule.JudgeReviews).Refuses(404, 409, 422, 503);

    internal static async Task<Results<Ok<VerdictAnswer>, ProblemResult>> Handle(string id, VerdictRequest request, Caller caller, RequestKey key,
        ReviewDoor door, CancellationToken cancellationToken)
    {
        if (request.Note is { Length: > 4000 }) return ProblemResult.Invalid("note-too-long", "A note has at most 4,000 characters.", "note");
        var (row, problem) = await door.Execute(id, item => new Ninben.Bpmn.Cases.Commands.GiveVerdict(item.Number, caller.Person, request.ToVerdict()),
            (caller, key), cancellationToken);
        if (row is null) return problem!;
        return TypedResults.Ok(new VerdictAnswer(row, row.UndoUntil));
    }
}
