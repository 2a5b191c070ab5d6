namespace Ninben.Dmn.Analysis;

/// <summary>Looks for pairs of rules: those that take a common input, and those of which an earlier one takes all that a later one takes.</summary>
internal sealed class PairSearch(TableGrid grid, long work)
{
    private long _left = work;

    public bool IsCutShort => _left < 0;

    /// <summary>Pairs of rules, the earlier first, with an input that both take, as one stretch for each column.</summary>
    public IEnumerable<(int First, int Second, int[] Place)> Overlaps()
    {
        // Of millions of pairs few overlap, so they share one place until then.
        int[] place = new int[grid.Columns.Length];
        foreach ((int first, int second) in Candidates())
        {
            if (!grid.IsExact[first] || !grid.IsExact[second]) continue;
            bool common = true;
            for (int column = 0; column < place.Length && common; column++)
            {
                place[column] = grid.Common(first, second, column);
                common = place[column] >= 0;
                if (grid.Columns[column] is null) place[column] = -1;
            }

            if (common) yield return (first, second, [.. place]);
        }
    }

    /// <summary>Later rules whose every input an earlier rule takes as well.</summary>
    public IEnumerable<(int Earlier, int Later)> Shadowed()
    {
        HashSet<int> found = [];
        foreach ((int earlier, int later) in Candidates())
        {
            if (found.Contains(later) || !grid.IsExact[earlier]) continue;
            bool contained = true;
            for (int column = 0; column < grid.Columns.Length && contained; column++) contained = grid.Contains(earlier, later, column);
            if (contained && found.Add(later)) yield return (earlier, later);
        }
    }

    // Only rules that meet in the column with the most different cells are looked at, by a sweep over the beginnings of their cells.
    private IEnumerable<(int First, int Second)> Candidates()
    {
        int column = Enumerable.Range(0, grid.Columns.Length).Where(i => grid.Columns[i] is not null).DefaultIfEmpty(-1)
            .MaxBy(i => i < 0 ? 0 : grid.Columns[i]!.Count);
        (int From, int To, int Rule)[] rules = [.. Enumerable.Range(0, grid.Rules).Select(rule => Span(rule, column))];
        Array.Sort(rules);
        List<(int From, int To, int Rule)> open = [];
        foreach ((int From, int To, int Rule) next in rules)
        {
            open.RemoveAll(rule => rule.To < next.From);
            foreach ((int From, int To, int Rule) other in open)
            {
                if (--_left < 0) yield break;
                yield return (Math.Min(other.Rule, next.Rule), Math.Max(other.Rule, next.Rule));
            }

            open.Add(next);
        }
    }

    private (int From, int To, int Rule) Span(int rule, int column) => column < 0 || grid.Cell(rule, column) is not int[] { Length: > 0 } runs
        ? (0, int.MaxValue, rule) : (runs[0], runs[^1], rule);
}
