using Ninben.Dmn.Evaluation;
using Ninben.Feel;
using Ninben.Feel.Evaluation;

namespace Ninben.Dmn.DecisionTables;

/// <summary>The matching rules of one evaluation, by index in table order, for a hit policy to settle.</summary>
internal sealed class TableHits(DecisionTable table, IReadOnlyList<int> rules, DecisionRun run, Frame frame)
{
    public IReadOnlyList<int> Rules => rules;

    public DecisionRun Run => run;

    public Frame Frame => frame;

    public SourceLocation Location => table.Location;

    /// <summary>The answer of that rule, which thereby counts as one that decided.</summary>
    public FeelValue Take(int rule)
    {
        run.AddMatched(table.MatchOf(rule, run));
        return table.OutputOf(rule, frame, run);
    }

    public FeelValue TakeAll(IEnumerable<int> chosen) => FeelValue.FromList([.. chosen.Select(Take)]);

    public FeelValue Fail(string code, string message)
    {
        foreach (int rule in rules) run.AddMatched(table.MatchOf(rule, run));
        return run.Fail(code, message, table.Location);
    }

    /// <summary>The rules from the highest to the lowest priority: by the first output's allowed values, then the second's, and so on; else in table
    /// order.</summary>
    public IReadOnlyList<int> ByPriority()
    {
        Dictionary<int, int[]> ranks = [];
        foreach (int rule in rules)
        {
            FeelValue[] row = table.RowOf(rule, frame, run);
            ranks[rule] = [.. row.Select((value, column) => RankOf(value, table.Outputs[column].Priorities))];
        }

        return [.. rules.Order(Comparer<int>.Create((left, right) => Compare(ranks[left], ranks[right])))];
    }

    private static int RankOf(FeelValue value, IReadOnlyList<FeelValue> priorities)
    {
        for (int i = 0; i < priorities.Count; i++)
        {
            if (priorities[i].Equals(value)) return i;
        }

        return priorities.Count;
    }

    private static int Compare(int[] left, int[] right)
    {
        for (int i = 0; i < left.Length; i++)
        {
            if (left[i] != right[i]) return left[i].CompareTo(right[i]);
        }

        return 0;
    }
}
