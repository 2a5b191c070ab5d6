using System.Collections.Immutable;

namespace Ninben.Learning.Calibration;

/// <summary>Bins of stated confidence with the measured share of right answers: narrow bins, made to rise (pool adjacent violators).</summary>
public static class BinnedFit
{
    // What was measured at 0.9 says nothing about 0.4, however right it was: no bin starts wider than this, or grows wider by being equally right.
    private const double Widest = 0.1;

    /// <summary>
    /// Fits bins from the lowest measured confidence up to 1; below the lowest nothing was measured, and there is no bin. A bin starts with at
    /// least <paramref name="leastPerBin"/> trials, or with those of a tenth of the range. Neighbours whose shares fall are pooled; so are, from the
    /// top, those of full size that are equally right, as far as a tenth of the range. Shares are taken as (hits + 1) / (n + 2), so that few trials
    /// never give 0 or 1.
    /// </summary>
    public static ImmutableArray<CalibrationBin> Fit(IReadOnlyCollection<Trial> trials, int leastPerBin)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(leastPerBin, 1);
        if (trials.Count == 0) return [];
        var blocks = Blocks([.. trials.OrderBy(trial => trial.Stated)], leastPerBin);
        PoolWhere(blocks, (left, right) => (long)right.Hits * left.Count < (long)left.Hits * right.Count);
        for (var i = blocks.Count - 1; i > 0; i--)
            if (IsEquallyRight(blocks[i - 1], blocks[i], leastPerBin)) Pool(blocks, i);

        // Fewer trials may have made an equally right neighbour look worse.
        PoolWhere(blocks, (left, right) => right.Share < left.Share);

        // Between two bins the lower one holds.
        return [.. blocks.Select((block, i) => new CalibrationBin(block.Lowest, i == blocks.Count - 1 ? 1 : blocks[i + 1].Lowest, block.Share, block.Count))];
    }

    /// <summary>Pools neighbours until the condition holds for none.</summary>
    private static void PoolWhere(List<Block> blocks, Func<Block, Block, bool> condition)
    {
        for (var i = 1; i < blocks.Count;)
        {
            if (!condition(blocks[i - 1], blocks[i]))
            {
                i++;
                continue;
            }

            Pool(blocks, i);
            if (i > 1) i--;
        }
    }

    private static bool IsEquallyRight(Block left, Block right, int least) => left.Count >= least && right.Count >= least
        && right.Highest - left.Lowest <= Widest && (long)right.Hits * left.Count <= (long)left.Hits * right.Count;

    private static void Pool(List<Block> blocks, int upper)
    {
        blocks[upper - 1] = blocks[upper - 1].With(blocks[upper]);
        blocks.RemoveAt(upper);
    }

    private static List<Block> Blocks(Trial[] sorted, int least)
    {
        var blocks = new List<Block>();
        var start = 0;
        while (start < sorted.Length)
        {
            var end = start + 1;

            // Equal statements cannot be told apart.
            while (end < sorted.Length && sorted[end].Stated - sorted[start].Stated <= Widest
                && (end - start < least || sorted[end].Stated <= sorted[end - 1].Stated)) end++;
            blocks.Add(new Block(sorted[start].Stated, sorted[end - 1].Stated, sorted[start..end].Count(trial => trial.Right), end - start));
            start = end;
        }

        return blocks;
    }

    private sealed record Block(double Lowest, double Highest, int Hits, int Count)
    {
        public double Share => (Hits + 1.0) / (Count + 2);

        public Block With(Block next) => new(Lowest, next.Highest, Hits + next.Hits, Count + next.Count);
    }
}
