using System.Collections.Immutable;
using Ninben.Dmn;
using Ninben.Feel;
using Ninben.Oversight.Gates;
using Ninben.Server.Endpoints.Decisions;

namespace Ninben.Server.Endpoints.Reviews;

/// <summary>
/// Explains a judgement from its fact: the recorded values in the exact version that decided, never newer ones. Made when somebody opens the review,
/// so judging itself pays nothing for it.
/// </summary>
internal sealed class HoldExplanation(DeployedDecisions decisions)
{
    // Telling every cell of a large table takes more steps than finding the rule that decides.
    private static readonly FeelBudget s_budget = new(Steps: 2_000_000);

    public PolicyTrace Of(GateJudgement judgement)
    {
        var policy = judgement.Policy;
        var recorded = new PolicyTrace(policy.Decision, policy.Decision, policy.Version, PolicyTraceState.NotDeployed,
            [.. judgement.Matched.Select(m => new PolicyTrace.MatchedRow(m.Decision, m.Number, m.Annotation))], judgement.Inputs);
        if (policy.Version == 0) return recorded;
        if (decisions.At(policy) is not { } decision) return recorded with { State = PolicyTraceState.ModelGone };
        var explained = decision.Explain(judgement.Inputs, s_budget);
        if (!IsTheSame(judgement, explained.Result)) return recorded with { Name = decision.Name, State = PolicyTraceState.Differs };
        return recorded with
        {
            Name = decision.Name,
            State = PolicyTraceState.Explained,
            Values = [.. explained.Inputs.Select(Value)],
            Tables = [.. explained.Tables.Select(t => Table(t, explained.Result.Matched))],
            Output = explained.Result.Output,
            Notes = [.. explained.Result.Notes.Select(n => n.Message)],
        };
    }

    private static bool IsTheSame(GateJudgement judgement, DecisionResult result)
    {
        var again = GatePolicy.Judge(result.Output, new GateBasis(judgement.Policy, judgement.Matched, judgement.Inputs, judgement.Priority));
        return again.Outcome == judgement.Outcome && again.Reasons.SequenceEqual(judgement.Reasons)
            && result.Matched.Select(m => (m.DecisionId, m.Number)).SequenceEqual(judgement.Matched.Select(m => (m.Decision, m.Number)));
    }

    private static PolicyTrace.TracedValue Value(ExplainedInput input) => new(input.Label, input.Expression, input.Words);

    private static PolicyTrace.TracedTable Table(TableExplanation table, ImmutableArray<MatchedRule> decided) => new(table.DecisionId, table.DecisionName,
        table.HitPolicy, [.. table.Inputs.Select(Value)], [.. table.Matched.Select(r => Rule(r, table.DecisionId, decided))],
        [.. table.Near.Select(r => Rule(r, table.DecisionId, []))]);

    private static PolicyTrace.TracedRule Rule(ExplainedRule rule, string table, ImmutableArray<MatchedRule> decided) => new(rule.Number, rule.Annotation,
        decided.Any(m => m.DecisionId == table && m.Number == rule.Number),
        [.. rule.Clauses.Select(c => new PolicyTrace.TracedClause(c.Words, c.Test, c.Holds))]);
}
