using System.Collections.Immutable;
using Ninben.Bpmn.Cases.Items;
using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Elements.UserTasks;
using Ninben.Bpmn.Model;
using Ninben.Feel;
using Ninben.Oversight.Decisions;
using Ninben.Oversight.Gates;
using Ninben.Oversight.Proposals;
using Ninben.Oversight.Reviews;
using Ninben.Oversight.Subjects;

namespace Ninben.Bpmn.Cases.Execution;

/// <summary>
/// Where automation stops for a person: a proposal is judged by the element's gate, and passes, opens a review, or is blocked. A proposal
/// without a gate always goes to a person.
/// </summary>
internal static class HoldPoint
{
    private static readonly Reason NoGate = new("no-gate", "No gate judges this step, so a person decides.");
    private static readonly Reason Asked = new("user-task", "The process asks a person at this step.");

    /// <summary>Records a proposal and has it judged.</summary>
    public static void Propose(in Visit visit, Proposal proposal)
    {
        visit.Write(new ProposalMade(visit.Number, proposal));
        Judge(visit);
    }

    /// <summary>Judges the proposal that the instance has.</summary>
    public static void Judge(in Visit visit)
    {
        var proposal = visit.Instance.Proposal!;
        if (visit.Element.Hold.Gate is not { } gate)
        {
            OpenReview(visit, Ungated(visit));
            return;
        }

        var judgement = Judged(visit, gate, proposal);
        visit.Write(new GateJudged(visit.Number, judgement));
        switch (judgement.Outcome)
        {
            case GateOutcome.Pass:
                Settle(visit, DecisionRules.FromGate(proposal, judgement), new DecisionBasis(DecisionRules.ByGate, judgement.Policy, []), null);
                break;
            case GateOutcome.Hold:
                OpenReview(visit, Gated(visit, judgement));
                break;
            default:
                Catching.Throw(visit, Incidents.Blocked, judgement.Reasons[0].Text, Incidents.Blocked);
                break;
        }
    }

    /// <summary>Records the decision and hands it to the element.</summary>
    public static void Settle(in Visit visit, Settlement settlement, DecisionBasis basis, Actor? by)
    {
        visit.Write(new DecisionMade(visit.Number, settlement.Outcome, settlement.Answer, settlement.Act, basis, settlement.Reasons));
        var decision = AsVariable(visit, settlement, basis, by);
        if (visit.Element.Kind.Settling == Settling.CompletesElement) Variables.SetResultAndDecision(visit, settlement.Answer, decision);
        else Variables.SetDecision(visit, decision);
        visit.Behaviour.Resume(visit, new Signal.Settled(settlement));
    }

    private static GateJudgement Judged(in Visit visit, string gate, Proposal proposal)
    {
        var inputs = GateInputs.Of(visit.Variables, proposal, visit.Element.Id);
        var priority = visit.Element.Hold.Review?.Priority ?? 50;
        if (visit.Scribe.Models.Decision(gate) is not { } found)
            return GatePolicy.Missing(new GateBasis(new PolicyRef(gate, 0, ""), [], inputs, priority));
        var result = found.Decision.Evaluate(inputs);
        var looked = FeelJson.Plain(FeelValue.From(result.Inputs)).AsContext();
        return GatePolicy.Judge(result.Output, new GateBasis(found.Ref, Rules.Matched(result), looked, priority));
    }

    private static Ask Gated(in Visit visit, GateJudgement judgement)
    {
        var own = visit.Element.Hold.Review;
        var due = judgement.SlaSeconds is { } seconds ? visit.At.AddSeconds(seconds) : DueAt(visit, own);
        // A policy can only raise the care that the element itself asks for.
        var tier = own is not null && own.Tier > judgement.Tier ? own.Tier : judgement.Tier;
        return new Ask(judgement.Reasons, judgement.Group ?? Text(visit, own?.Group), judgement.Priority, due, tier);
    }

    private static Ask Ungated(in Visit visit)
    {
        var own = visit.Element.Hold.Review;
        var isAsked = visit.Element.Detail is UserTask;
        var tier = own?.Tier ?? (isAsked ? FrictionTier.Low : FrictionTier.Medium);
        return new Ask([isAsked ? Asked : NoGate], Text(visit, own?.Group), own?.Priority ?? 50, DueAt(visit, own), tier);
    }

    private static void OpenReview(in Visit visit, Ask ask)
    {
        var state = visit.Scribe.State;
        var number = state.NextNumber;
        var content = new ReviewContent(new ItemId(state.Id, number).ToString(), visit.Scribe.Process.Name, visit.Element.Label, Title(visit),
            visit.Instance.Proposal!, ask.Why, ask.Tier, ActionEffect.Of(visit), visit.Element.Hold.Reasons);
        visit.Write(new ReviewOpened(number, visit.Number, content, content.Hash(), ask.Group, ask.Priority, ask.DueAt, ask.Tier, Round(visit)));
    }

    private static string Title(in Visit visit)
    {
        var scope = visit.Variables.With(visit.Element.Hold.Result, visit.Instance.Proposal!.Answer);
        var title = visit.Element.Hold.Review?.Title?.Evaluate(scope, visit.At) ?? default;
        if (title.Kind == FeelKind.String && !string.IsNullOrWhiteSpace(title.AsString())) return title.AsString();
        return visit.Scribe.State.BusinessKey ?? visit.Element.Label;
    }

    private static int Round(in Visit visit)
    {
        var round = 1;
        foreach (var item in visit.Scribe.State.Items)
            if (item is ReviewItem review && visit.Scribe.State.Instance(review.Instance)!.Element == visit.Element.Id) round++;
        return round;
    }

    private static DateTimeOffset? DueAt(in Visit visit, ReviewSettings? own)
    {
        var due = own?.DueIn?.Evaluate(visit.Variables, visit.At) ?? default;
        return due.Kind == FeelKind.String && IsoTime.Duration(due.AsString()) is { } span ? visit.At + span : null;
    }

    private static string? Text(in Visit visit, ModelValue? value) =>
        value?.Evaluate(visit.Variables, visit.At) is { Kind: FeelKind.String } text && text.AsString().Length > 0 ? text.AsString() : null;

    private static FeelValue AsVariable(in Visit visit, Settlement settlement, DecisionBasis basis, Actor? by)
    {
        var reasons = new FeelValue[settlement.Reasons.Length];
        for (var i = 0; i < reasons.Length; i++)
        {
            var reason = settlement.Reasons[i];
            reasons[i] = FeelValue.From(FeelContext.CreateBuilder().Set("code", FeelValue.From(reason.Code)).Set("text", FeelValue.From(reason.Text)).Build());
        }

        return FeelValue.From(FeelContext.CreateBuilder().Set("element", FeelValue.From(visit.Element.Id))
            .Set("outcome", FeelValue.From(Word(settlement.Outcome))).Set("basis", FeelValue.From(basis.Kind))
            .Set("reasons", FeelValue.FromList(reasons)).Set("by", FeelValue.From(by?.Name)).Build());
    }

    private static string Word(DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Approved => "approved",
        DecisionOutcome.Amended => "amended",
        DecisionOutcome.Rejected => "rejected",
        _ => "returned",
    };

    /// <summary>What to ask a person, and how.</summary>
    private sealed record Ask(ImmutableArray<Reason> Why, string? Group, int Priority, DateTimeOffset? DueAt, FrictionTier Tier);
}
