using System.Collections.Immutable;

namespace Ninben.Learning.Calibration;

/// <summary>Bins of stated confidence with the measured share of right answers: equal counts, then made to rise (pool adjacent violators).</summary>
public static class BinnedFit
{
    /// <summary>
    /// Fits bins that cover 0..1. Each holds at least <paramref name="leastPerBin"/> trials (all of them in one bin when there are fewer than
    /// twice as many), and their shares never fall. Shares are taken as (hits + 1) / (n + 2), so that few trials never give 0 or 1.
    /// </summary>
    public static ImmutableArray<CalibrationBin> Fit(IReadOnlyCollection<Trial> trials, int leastPerBin)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(leastPerBin, 1);
        if (trials.Count == 0) return [];
        var blocks = Blocks([.. trials.OrderBy(trial => trial.Stated)], leastPerBin);
        for (var i = 1; i < blocks.Count;)
        {
            if (blocks[i].Share > blocks[i - 1].Share && blocks[i].IsBetterThan(blocks[i - 1]))
            {
                i++;
                continue;
            }

            blocks[i - 1] = blocks[i - 1].With(blocks[i]);
            blocks.RemoveAt(i);
            if (i > 1) i--;
        }

        return [.. blocks.Select((block, i) => new CalibrationBin(i == 0 ? 0 : Edge(blocks[i - 1], block), i == blocks.Count - 1 ? 1 : Edge(block,
            blocks[i + 1]), block.Share, block.Count))];
    }

    private static List<Block> Blocks(Trial[] sorted, int least)
    {
        var blocks = new List<Block>();
        var start = 0;
        while (start < sorted.Length)
        {
            var end = Math.Min(sorted.Length, start + least);

            // Equal statements cannot be told apart, and a rest that is too small joins the last block.
            while (end < sorted.Length && sorted[end].Stated <= sorted[end - 1].Stated) end++;
            if (sorted.Length - end < least) end = sorted.Length;
            blocks.Add(new Block(sorted[start].Stated, sorted[end - 1].Stated, sorted[start..end].Count(trial => trial.Right), end - start));
            start = end;
        }

        return blocks;
    }

    private static double Edge(Block left, Block right) => Math.Round((left.Highest + right.Lowest) / 2, 4);

    private sealed record Block(double Lowest, double Highest, int Hits, int Count)
    {
        public double Share => (Hits + 1.0) / (Count + 2);

        // Of two blocks without an error the larger has the greater share, and yet they say the same.
        public bool IsBetterThan(Block other) => (long)Hits * other.Count > (long)other.Hits * Count;

        public Block With(Block next) => new(Lowest, next.Highest, Hits + next.Hits, Count + next.Count);
    }
}
