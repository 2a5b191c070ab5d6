namespace Ninben.Dev.Commands.Bench;

/// <summary>Percentiles of sorted samples, nearest rank.</summary>
internal static class Percentile
{
    public static double Of(IReadOnlyList<double> sorted, double share) =>
        sorted.Count == 0 ? 0 : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
}
