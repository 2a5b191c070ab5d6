using System.Diagnostics;
using Ninben.Oversight.Gates;
using Ninben.Oversight.Reviews;

namespace Ninben.Server.Histories;

/// <summary>Sentences about proposals, gates, reviews and verdicts.</summary>
internal static class ReviewSentences
{
    public static Sentence ProposalMade(ProposalMade fact, Telling telling)
    {
        var flagged = fact.Proposal.Fields.Count(f => !f.Reasons.IsEmpty);
        var (fields, source) = (fact.Proposal.Fields.Length, fact.Proposal.Source);
        var detail = fact.Proposal.Fields.IsEmpty ? Telling.Short(fact.Proposal.Answer)
            : $"{fields} fields, {(flagged == 0 ? "none" : flagged)} in doubt; by {source.Model} {source.Version}";
        return new Sentence($"An answer was proposed for {telling.Step(fact.Instance)}", detail, fact.Instance);
    }

    public static Sentence GateJudged(GateJudged fact, Telling telling)
    {
        var why = string.Join("; ", fact.Judgement.Reasons.Select(r => r.Text));
        var title = fact.Judgement.Outcome switch
        {
            GateOutcome.Pass => $"The policy let {telling.Step(fact.Instance)} pass without a person",
            GateOutcome.Hold => $"The policy asks a person to look at {telling.Step(fact.Instance)}",
            GateOutcome.Block => $"The policy stopped {telling.Step(fact.Instance)}",
            _ => throw new UnreachableException($"Outcome {fact.Judgement.Outcome}"),
        };
        return new Sentence(title, why.Length == 0 ? null : why, fact.Instance);
    }

    public static Sentence Opened(ReviewOpened fact, Telling telling) => new(
        fact.Group is { } group ? $"Asked {group} to review “{fact.Content.Title}”" : $"Asked for a review of “{fact.Content.Title}”",
        fact.DueAt is { } due ? $"Due {Telling.Time(due)}" : null, fact.Instance);

    public static Sentence Claimed(ReviewClaimed fact, Telling telling) =>
        new($"{fact.Name} took the review", null, telling.History.InstanceOf(fact.Review));

    public static Sentence Released(ReviewReleased fact, Telling telling) =>
        new($"{telling.By} gave the review back", null, telling.History.InstanceOf(fact.Review));

    public static Sentence VerdictGiven(VerdictGiven fact, Telling telling)
    {
        var step = telling.StepOf(fact.Review);
        var title = fact.Verdict.Kind switch
        {
            VerdictKind.Approve => $"{telling.By} approved {step}",
            VerdictKind.Amend => $"{telling.By} approved {step} with changes to {string.Join(", ", fact.Verdict.Changes.Select(c => c.Name))}",
            VerdictKind.Reject => $"{telling.By} rejected {step}",
            VerdictKind.Return => $"{telling.By} sent {step} back",
            _ => throw new UnreachableException($"Verdict {fact.Verdict.Kind}"),
        };
        var why = string.Join("; ", fact.Verdict.Reasons.Select(r => r.Text).Append(fact.Verdict.Note).Where(t => !string.IsNullOrWhiteSpace(t)));
        return new Sentence(title, why.Length == 0 ? null : why, telling.History.InstanceOf(fact.Review));
    }

    public static Sentence VerdictUndone(VerdictUndone fact, Telling telling) => new($"{telling.By} took the verdict back", null, fact.Instance);

    public static Sentence Cancelled(ReviewCancelled fact, Telling telling) =>
        new("The review is no longer needed", fact.Reason, telling.History.InstanceOf(fact.Review));
}
