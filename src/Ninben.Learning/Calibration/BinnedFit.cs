using System.Collections.Immutable;

namespace Ninben.Learning.Calibration;

/// <summary>Bins of stated confidence with the measured share of right answers: narrow bins, made to rise (pool adjacent violators).</summary>
public static class BinnedFit
{
    // What was measured at 0.9 says nothing about 0.4, however right it was: no bin starts wider than this.
    private const double WidestStart = 0.1;

    /// <summary>
    /// Fits bins from the lowest measured confidence up to 1; below the lowest nothing was measured, and there is no bin. A bin starts with at
    /// least <paramref name="leastPerBin"/> trials, or with those of a tenth of the range. Neighbours whose shares fall are pooled, and so are
    /// neighbours of full size that are equally right. Shares are taken as (hits + 1) / (n + 2), so that few trials never give 0 or 1.
    /// </summary>
    public static ImmutableArray<CalibrationBin> Fit(IReadOnlyCollection<Trial> trials, int leastPerBin)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(leastPerBin, 1);
        if (trials.Count == 0) return [];
        var blocks = Blocks([.. trials.OrderBy(trial => trial.Stated)], leastPerBin);
        for (var i = 1; i < blocks.Count;)
        {
            if (!IsOne(blocks[i - 1], blocks[i], leastPerBin))
            {
                i++;
                continue;
            }

            blocks[i - 1] = blocks[i - 1].With(blocks[i]);
            blocks.RemoveAt(i);
            if (i > 1) i--;
        }

        // Between two bins the lower one holds.
        return [.. blocks.Select((block, i) => new CalibrationBin(block.Lowest, i == blocks.Count - 1 ? 1 : blocks[i + 1].Lowest, block.Share, block.Count))];
    }

    private static bool IsOne(Block left, Block right, int least) => right.Share <= left.Share
        || (left.Count >= least && right.Count >= least && (long)right.Hits * left.Count <= (long)left.Hits * right.Count);

    private static List<Block> Blocks(Trial[] sorted, int least)
    {
        var blocks = new List<Block>();
        var start = 0;
        while (start < sorted.Length)
        {
            var end = start + 1;

            // Equal statements cannot be told apart.
            while (end < sorted.Length && sorted[end].Stated - sorted[start].Stated <= WidestStart
                && (end - start < least || sorted[end].Stated <= sorted[end - 1].Stated)) end++;
            blocks.Add(new Block(sorted[start].Stated, sorted[start..end].Count(trial => trial.Right), end - start));
            start = end;
        }

        return blocks;
    }

    private sealed record Block(double Lowest, int Hits, int Count)
    {
        public double Share => (Hits + 1.0) / (Count + 2);

        public Block With(Block next) => new(Lowest, Hits + next.Hits, Count + next.Count);
    }
}
