using System.Diagnostics;
using Ninben.Feel;
using Ninben.Oversight.Gates;
using Ninben.Oversight.Proposals;
using Ninben.Oversight.Reviews;

namespace Ninben.Oversight.Decisions;

/// <summary>How verdicts and gates become decisions. Pure; one verdict settles a review.</summary>
public static class DecisionRules
{
    /// <summary>Name of the basis when a gate passed the proposal.</summary>
    public const string ByGate = "gate";

    /// <summary>Name of the basis when people judged.</summary>
    public const string ByVerdicts = "verdicts";

    /// <summary>Name of the basis when a DMN decision settled it.</summary>
    public const string ByRules = "rules";

    /// <summary>The gate passed: the proposal stands as it is.</summary>
    public static Settlement FromGate(Proposal proposal, GateJudgement judgement)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        ArgumentNullException.ThrowIfNull(judgement);
        return new Settlement(DecisionOutcome.Approved, proposal.Answer, ContentHash.OfCanonical(proposal.Answer), judgement.Reasons);
    }

    /// <summary>A person judged: as proposed, with the changes applied, or not at all (then the answer is the proposed one).</summary>
    public static Settlement FromVerdict(Proposal proposal, Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        ArgumentNullException.ThrowIfNull(verdict);
        var outcome = verdict.Kind switch
        {
            VerdictKind.Approve => DecisionOutcome.Approved,
            VerdictKind.Amend => DecisionOutcome.Amended,
            VerdictKind.Reject => DecisionOutcome.Rejected,
            VerdictKind.Return => DecisionOutcome.Returned,
            _ => throw new UnreachableException(verdict.Kind.ToString()),
        };
        var answer = outcome == DecisionOutcome.Amended ? Amended(proposal.Answer, verdict) : proposal.Answer;
        return new Settlement(outcome, answer, ContentHash.OfCanonical(answer), verdict.Reasons);
    }

    private static FeelValue Amended(FeelValue answer, Verdict verdict)
    {
        var context = answer.Kind == FeelKind.Context ? answer.AsContext() : FeelContext.Empty;
        foreach (var change in verdict.Changes) context = context.With(change.Name, FeelJson.Plain(change.After));
        return FeelValue.From(context);
    }
}
