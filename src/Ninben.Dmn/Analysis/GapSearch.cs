namespace Ninben.Dmn.Analysis;

/// <summary>Looks for inputs that no rule of a table takes, column by column: where no rule is left, whatever follows is a gap.</summary>
internal sealed class GapSearch(TableGrid grid, long work)
{
    private readonly List<int[]> _gaps = [];
    private readonly HashSet<(int Column, int First, int Second)> _seen = [];
    private long _left = work;

    /// <summary>Whether the search ended for the work it would take, before everything was looked at.</summary>
    public bool IsCutShort => _left < 0;

    /// <summary>At most that many gaps, each as one stretch for each column (-1 for any).</summary>
    public IReadOnlyList<int[]> Find(int most)
    {
        int[] place = new int[grid.Columns.Length];
        Array.Fill(place, -1);
        Search([.. Enumerable.Range(0, grid.Rules)], 0, place, most);
        return _gaps;
    }

    private void Search(int[] rules, int column, int[] place, int most)
    {
        if (_gaps.Count >= most || _left < 0) return;
        if (rules.Length == 0)
        {
            _gaps.Add([.. place]);
            return;
        }

        if (column == grid.Columns.Length) return;
        // The same rules left at the same column lead to the same gaps again.
        (int first, int second) = HashOf(rules);
        if (!_seen.Add((column, first, second))) return;
        if (grid.Columns[column] is null)
        {
            Search(rules, column + 1, place, most);
            return;
        }

        int last = grid.Allowed[column].Length - 1;
        int[] starts = StartsOf(rules, column, last);
        for (int i = 0; i < starts.Length; i++)
        {
            int stretch = grid.FirstAllowed(column, starts[i], i + 1 < starts.Length ? starts[i + 1] - 1 : last);
            if (stretch < 0) continue;
            _left -= rules.Length;
            place[column] = stretch;
            Search(Array.FindAll(rules, rule => grid.Holds(rule, column, stretch)), column + 1, place, most);
            if (_gaps.Count >= most || _left < 0) break;
        }

        place[column] = -1;
    }

    // Between two of these the rules that hold do not change.
    private int[] StartsOf(int[] rules, int column, int last)
    {
        SortedSet<int> starts = [0];
        foreach (int rule in rules)
        {
            if (grid.Cell(rule, column) is not int[] runs) continue;
            for (int i = 0; i < runs.Length; i += 2)
            {
                starts.Add(runs[i]);
                if (runs[i + 1] < last) starts.Add(runs[i + 1] + 1);
            }
        }

        return [.. starts];
    }

    private static (int First, int Second) HashOf(int[] rules)
    {
        HashCode first = default;
        HashCode second = default;
        second.Add(rules.Length);
        foreach (int rule in rules)
        {
            first.Add(rule);
            second.Add(~rule);
        }

        return (first.ToHashCode(), second.ToHashCode());
    }
}
