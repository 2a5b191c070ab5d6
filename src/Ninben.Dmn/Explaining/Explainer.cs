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
            (int Column, bool Holds)[] cells = [.. Cells(table, rule, values, frame)];
            int failed = cells.Count(cell => !cell.Holds);
            ImmutableArray<ExplainedRule>.Builder? to = failed == 0 ? matched : failed == 1 && cells.Length > 1 ? near : null;
            if (to is null || to.Count >= MostRules) continue;
            to.Add(new ExplainedRule(rule + 1, table.Rules[rule].Id, table.Rules[rule].Annotation,
                [.. cells.OrderBy(cell => cell.Holds).Select(cell => Clause(table, rule, (cell.Column, values[cell.Column], cell.Holds), frame))]));
        }

        frame.Run.Silence(keeping);
        _tables.Add(new TableExplanation(decision.Id, decision.Name, table.View.HitPolicy,
            [.. values.Select((value, column) => new ExplainedInput(table.View.Inputs[column].Label, table.View.Inputs[column].Expression, value,
                ValueWords.Of(value)))],
            matched.ToImmutable(), near.ToImmutable()));
    }

    private static IEnumerable<(int Column, bool Holds)> Cells(DecisionTable table, int rule, FeelValue[] values, Frame frame)
    {
        for (int column = 0; column < values.Length; column++)
        {
            if (table.Rules[rule].Tests[column] is not FeelUnaryTests test) continue;
            frame.Slots[0] = values[column];
            yield return (column, test.Program.Body(frame).IsTrue);
        }
    }

    private static ExplainedClause Clause(DecisionTable table, int rule, (int Column, FeelValue Value, bool Holds) cell, Frame frame)
    {
        FeelUnaryTests test = table.Rules[rule].Tests[cell.Column]!;
        string label = table.View.Inputs[cell.Column].Label;
        frame.Slots[0] = cell.Value;
        string words = ClauseWords.Of((label, cell.Value), (test, cell.Holds), frame);
        return new ExplainedClause(cell.Column, label, cell.Value, test.Text, cell.Holds, words);
    }
}
