using System.Collections.Immutable;
using Ninben.Dmn.DecisionTables;
using Ninben.Feel;
using Ninben.Feel.Evaluation;

namespace Ninben.Dmn.Explaining;

/// <summary>Writes down how each table came out, while a decision is evaluated.</summary>
internal sealed class Explainer
{
    private const int MostRules = 50;

    private readonly ImmutableArray<TableExplanation>.Builder _tables = ImmutableArray.CreateBuilder<TableExplanation>();

    public ImmutableArray<TableExplanation> Tables => _tables.ToImmutable();

    /// <summary>Tests every cell of a table again, also those that the evaluation could leave out.</summary>
    public void Add((string Id, string Name) decision, DecisionTable table, FeelValue[] values, Frame frame)
    {
        ImmutableArray<ExplainedRule>.Builder matched = ImmutableArray.CreateBuilder<ExplainedRule>();
        ImmutableArray<ExplainedRule>.Builder near = ImmutableArray.CreateBuilder<ExplainedRule>();
        // The evaluation itself makes the notes; here they would come twice.
        NoteKeeping keeping = frame.Run.Silence(NoteKeeping.Dropped);
        for (int rule = 0; rule < table.Rules.Count && (matched.Count < MostRules || near.Count < MostRules); rule++)
        {
            frame.Run.Steps(values.Length);
            List<ExplainedClause> clauses = [];
            for (int column = 0; column < values.Length; column++)
            {
                if (table.Rules[rule].Tests[column] is FeelUnaryTests test) clauses.Add(Clause(table, column, (values[column], test), frame));
            }

            int failed = clauses.Count(clause => !clause.Holds);
            ImmutableArray<ExplainedRule>.Builder? to = failed == 0 ? matched : failed == 1 && clauses.Count > 1 ? near : null;
            if (to is null || to.Count >= MostRules) continue;
            to.Add(new ExplainedRule(rule + 1, table.Rules[rule].Id, table.Rules[rule].Annotation, [.. clauses.OrderBy(clause => clause.Holds)]));
        }

        frame.Run.Silence(keeping);
        _tables.Add(new TableExplanation(decision.Id, decision.Name, table.View.HitPolicy,
            [.. values.Select((value, column) => new ExplainedInput(table.View.Inputs[column].Label, table.View.Inputs[column].Expression, value))],
            matched.ToImmutable(), near.ToImmutable()));
    }

    private static ExplainedClause Clause(DecisionTable table, int column, (FeelValue Value, FeelUnaryTests Test) cell, Frame frame)
    {
        frame.Slots[0] = cell.Value;
        bool holds = cell.Test.Program.Body(frame).IsTrue;
        string label = table.View.Inputs[column].Label;
        return new ExplainedClause(column, label, cell.Value, cell.Test.Text, holds, ClauseWords.Of(label, cell.Value, cell.Test, holds));
    }
}
