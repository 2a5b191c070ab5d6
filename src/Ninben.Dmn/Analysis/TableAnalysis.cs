using System.Collections.Immutable;
using Ninben.Dmn.DecisionTables;
using Ninben.Feel;
using Ninben.Feel.Values;

namespace Ninben.Dmn.Analysis;

/// <summary>What can be said about one decision table before it is used.</summary>
internal sealed class TableAnalysis(DecisionTable table, ImmutableArray<Diagnostic>.Builder diagnostics)
{
    private const int MostOfOneKind = 3;

    // Steps of a search; a table of 10,000 rules stays far below the seconds that a deployment may take.
    private const long Work = 30_000_000;

    private readonly TableGrid _grid = TableGrid.Of(table);

    public void Run()
    {
        Columns();
        for (int rule = 0; rule < table.Rules.Count; rule++) Unreachable(rule);
        if (table.View.HitPolicy is "FIRST") Shadowed();
        if (table.View.HitPolicy is "UNIQUE" or "ANY") Overlaps();
        if (table.View.HitPolicy is not "COLLECT" && table.Outputs.All(output => output.Default is null)) Gaps();
    }

    private void Columns()
    {
        for (int column = 0; column < table.Inputs.Count; column++)
        {
            string label = table.View.Inputs[column].Label;
            if (table.Rules.Count > 0 && table.Rules.All(rule => rule.Tests[column] is null))
            {
                Report("dmn-unused-input", $"No rule asks for '{label}'.", table.Location, "Remove the column, or use it in a rule.");
            }

            if (UnitCheck.Find(table, column) is not (int number, FeelValue value)) continue;
            Report("dmn-unit", $"Rule {number + 1} compares '{label}' with {value}, where the column counts in fractions such as 0.5.",
                table.Rules[number].Location, $"If {value} percent is meant, write {FeelNumber.Divide(value, FeelValue.From(100))}.");
        }
    }

    private void Unreachable(int rule)
    {
        if (!_grid.IsExact[rule]) return;
        for (int column = 0; column < _grid.Columns.Length; column++)
        {
            if (_grid.Columns[column] is null || _grid.Common(rule, rule, column) >= 0) continue;
            Report("dmn-unreachable-rule",
                $"Rule {rule + 1} never matches: no allowed value of '{table.View.Inputs[column].Label}' passes '{table.View.Rules[rule].Inputs[column]}'.",
                table.Rules[rule].Location, "Check the ends of the range and the allowed values of the column.");
            return;
        }
    }

    private void Shadowed()
    {
        PairSearch search = new(_grid, Work);
        foreach ((int earlier, int later) in search.Shadowed().Take(MostOfOneKind))
        {
            Report("dmn-shadowed-rule", $"Rule {later + 1} never decides: rule {earlier + 1} before it takes all its inputs.", table.Rules[later].Location,
                $"Move rule {later + 1} before rule {earlier + 1}, or remove it.");
        }

        if (search.IsCutShort) CutShort("rules that never decide");
    }

    private void Overlaps()
    {
        PairSearch search = new(_grid, Work);
        foreach ((int first, int second, int[] place) in search.Overlaps().Where(Matters).Take(MostOfOneKind))
        {
            Report("dmn-overlap", $"Rules {first + 1} and {second + 1} both match {Input(place)}, and the hit policy is {table.View.HitPolicy}.",
                table.Rules[second].Location, "Make one of them narrower, or choose another hit policy.");
        }

        if (search.IsCutShort) CutShort("overlaps");
    }

    // Where any rule may answer, those that agree do not disturb each other.
    private bool Matters((int First, int Second, int[] Place) pair) => table.View.HitPolicy == "UNIQUE"
        || !table.View.Rules[pair.First].Outputs.SequenceEqual(table.View.Rules[pair.Second].Outputs);

    private void Gaps()
    {
        if (_grid.Columns.All(column => column is null)) return;
        GapSearch search = new(_grid, Work);
        foreach (int[] place in search.Find(MostOfOneKind))
        {
            Report("dmn-gap", $"No rule matches {Input(place)}, so the decision is null there.", table.Location,
                "Add a rule for it, or a default output if there is an answer for everything else.");
        }

        if (search.IsCutShort) CutShort("gaps");
    }

    private void CutShort(string what) => diagnostics.Add(new Diagnostic("dmn-analysis-cut-short", DiagnosticSeverity.Information,
        $"The table is so large that not all {what} were looked for.", table.Location));

    private string Input(int[] place)
    {
        IEnumerable<string> values = place.Select((stretch, column) => (stretch, column)).Where(pair => pair.stretch >= 0)
            .Select(pair => $"{table.View.Inputs[pair.column].Label} = {_grid.ValueOf(pair.column, pair.stretch)}");
        string text = string.Join(", ", values);
        return text.Length > 0 ? text : "any input";
    }

    private void Report(string code, string message, SourceLocation location, string hint) =>
        diagnostics.Add(new Diagnostic(code, DiagnosticSeverity.Warning, message, location, hint));
}
