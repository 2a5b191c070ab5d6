using System.Collections.Immutable;

namespace Ninben.Learning.Calibration;

/// <summary>Isotonic regression by pool adjacent violators: the rising step function nearest to the trials.</summary>
public static class IsotonicFit
{
    /// <summary>
    /// The fitted value of each value in order, weights all 1. Needs about a thousand points to be steady; ties break ranking, so never put a
    /// threshold on its output.
    /// </summary>
    public static ImmutableArray<double> Fit(IReadOnlyList<double> values)
    {
        var blocks = new List<(double Sum, int Count)>();
        foreach (var value in values)
        {
            var block = (Sum: value, Count: 1);
            while (blocks.Count > 0 && blocks[^1].Sum / blocks[^1].Count > block.Sum / block.Count)
            {
                block = (block.Sum + blocks[^1].Sum, block.Count + blocks[^1].Count);
                blocks.RemoveAt(blocks.Count - 1);
            }

            blocks.Add(block);
        }

        return [.. blocks.SelectMany(block => Enumerable.Repeat(block.Sum / block.Count, block.Count))];
    }
}
