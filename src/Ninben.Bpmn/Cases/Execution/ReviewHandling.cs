using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Items;
using Ninben.Oversight.Decisions;
using Ninben.Oversight.Reviews;

namespace Ninben.Bpmn.Cases.Execution;

/// <summary>Claims, releases and verdicts.</summary>
internal static class ReviewHandling
{
    public static Refusal? Claim(Scribe scribe, ClaimReview command)
    {
        if (scribe.State.Review(command.Review) is not { } review) return NotFound();
        if (Refusals.Of(ReviewAccess.Claim(review.Subject, command.Person)) is { } refusal) return refusal;
        // Claiming what one has already is an idempotent repeat.
        if (review.State == ReviewState.Ready) scribe.Write(new ReviewClaimed(review.Number, command.Person.Id, command.Person.Name));
        return null;
    }

    public static Refusal? Release(Scribe scribe, ReleaseReview command)
    {
        if (scribe.State.Review(command.Review) is not { } review) return NotFound();
        if (Refusals.Of(ReviewAccess.Release(review.Subject, command.Person)) is { } refusal) return refusal;
        if (review.State == ReviewState.Claimed) scribe.Write(new ReviewReleased(review.Number));
        return null;
    }

    public static Refusal? Give(Scribe scribe, GiveVerdict command)
    {
        if (scribe.State.Review(command.Review) is not { } review) return NotFound();
        var verdict = VerdictRules.Complete(command.Verdict);
        if (Refusals.Of(VerdictRules.Check(review.Subject, command.Person, verdict)) is { } refusal) return refusal;
        if (review.State == ReviewState.Ready) scribe.Write(new ReviewClaimed(review.Number, command.Person.Id, command.Person.Name));
        scribe.Write(new VerdictGiven(review.Number, Plain(verdict)));
        Settle(scribe, review, command.Person.Actor);
        return null;
    }

    internal static Refusal NotFound() => Refusals.NotFound("review-not-found", "There is no such review.");

    private static void Settle(Scribe scribe, ReviewItem review, Oversight.Subjects.Actor by)
    {
        var visit = scribe.Visit(scribe.State.Instance(review.Instance)!);
        var settlement = DecisionRules.FromVerdict(visit.Instance.Proposal!, review.Verdict!);
        var basis = new DecisionBasis(DecisionRules.ByVerdicts, visit.Instance.Judgement?.Policy, [review.Number]);
        HoldPoint.Settle(visit, settlement, basis, by);
    }

    private static Verdict Plain(Verdict verdict) => verdict.Changes.IsEmpty
        ? verdict
        : verdict with
        {
            Changes =
            [.. verdict.Changes.Select(change => change with { Before = Feel.FeelJson.Plain(change.Before), After = Feel.FeelJson.Plain(change.After) })]
        };
}
