namespace Ninben.Learning.Calibration;

/// <summary>Expected calibration error: how far stated confidence and measured share lie apart on average.</summary>
public static class CalibrationError
{
    /// <summary>Over bins of equal width: the sum of n_b/n * |right_b - stated_b|.</summary>
    public static double EqualWidth(IReadOnlyCollection<Trial> trials, int bins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        return Sum(trials.GroupBy(trial => Math.Min(bins - 1, (int)(trial.Stated * bins))), trials.Count);
    }

    /// <summary>Over bins that hold equally many trials.</summary>
    public static double EqualMass(IReadOnlyCollection<Trial> trials, int bins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        var sorted = trials.OrderBy(trial => trial.Stated).Select((trial, i) => (Trial: trial, Bin: (int)((long)i * bins / trials.Count)));
        return Sum(sorted.GroupBy(entry => entry.Bin, entry => entry.Trial), trials.Count);
    }

    private static double Sum(IEnumerable<IGrouping<int, Trial>> bins, int count) =>
        count == 0 ? 0 : bins.Sum(bin => bin.Count() / (double)count * Math.Abs(bin.Count(trial =>
            trial.Right) / (double)bin.Count() - bin.Average(trial => trial.Stated)));
}
