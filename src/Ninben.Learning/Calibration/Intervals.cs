namespace Ninben.Learning.Calibration;

/// <summary>Bounds on a share from k hits in n trials.</summary>
public static class Intervals
{
    private const int Steps = 100;

    /// <summary>
    /// Exact bounds (Clopper and Pearson, 1934): the true share lies between them with at least the given confidence. Both ends together; with
    /// no trials 0..1.
    /// </summary>
    /// <param name="hits">0..<paramref name="trials"/>.</param>
    /// <param name="trials">0 or more.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.9 leaves 5 % at each end.</param>
    public static Interval ClopperPearson(int hits, int trials, double confidence)
    {
        Check(hits, trials, confidence);
        if (trials == 0) return new Interval(0, 1);
        var tail = (1 - confidence) / 2;
        var low = hits == 0 ? 0 : Bisect(share => 1 - BinomialCdf(hits - 1, trials, share) < tail);
        return new Interval(low, UpperBound(hits, trials, tail));
    }

    /// <summary>The share that is exceeded with probability at most <paramref name="tail"/> only: the p with P(X at most k) = tail.</summary>
    public static double UpperBound(int hits, int trials, double tail)
    {
        Check(hits, trials, tail);
        return trials == 0 || hits == trials ? 1 : Bisect(share => BinomialCdf(hits, trials, share) > tail);
    }

    /// <summary>Wilson's score interval (1927): shorter, on average as sure as promised, not for each share.</summary>
    public static Interval Wilson(int hits, int trials, double confidence)
    {
        Check(hits, trials, confidence);
        if (trials == 0) return new Interval(0, 1);
        var z = NormalQuantile(1 - (1 - confidence) / 2);
        double n = trials;
        var share = hits / n;
        var centre = (share + z * z / (2 * n)) / (1 + z * z / n);
        var half = z / (1 + z * z / n) * Math.Sqrt(share * (1 - share) / n + z * z / (4 * n * n));
        return new Interval(Math.Max(0, centre - half), Math.Min(1, centre + half));
    }

    /// <summary>P(X at most <paramref name="hits"/>) for n trials with the given share.</summary>
    public static double BinomialCdf(int hits, int trials, double share)
    {
        if (hits < 0) return 0;
        if (hits >= trials || share <= 0) return 1;
        if (share >= 1) return 0;

        // Sums the terms from the largest outwards in logarithms, so that 0.5^100000 is no problem.
        var sum = 0.0;
        for (var i = 0; i <= hits; i++) sum += Math.Exp(LogChoose(trials, i) + i * Math.Log(share) + (trials - i) * Math.Log(1 - share));
        return Math.Min(1, sum);
    }

    /// <summary>The inverse of the normal distribution (Acklam's rational approximation, relative error below 1.2e-9).</summary>
    public static double NormalQuantile(double probability)
    {
        if (probability is <= 0 or >= 1) throw new ArgumentOutOfRangeException(nameof(probability), probability,
            "A probability strictly between 0 and 1 was expected.");
        double[] a = [-3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02, -3.066479806614716e+01,
            2.506628277459239e+00];
        double[] b = [-5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01, -1.328068155288572e+01];
        double[] c = [-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00, -2.549732539343734e+00, 4.374664141464968e+00,
            2.938163982698783e+00];
        double[] d = [7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00];
        const double Edge = 0.02425;
        if (probability > 1 - Edge) return -NormalQuantile(1 - probability);
        if (probability < Edge)
        {
            var q = Math.Sqrt(-2 * Math.Log(probability));
            return (((((c[0] * q + c[1]) * q + c[2]) * q + c[3]) * q + c[4]) * q + c[5]) / ((((d[0] * q + d[1]) * q + d[2]) * q + d[3]) * q + 1);
        }

        var x = probability - 0.5;
        var r = x * x;
        return (((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r + a[5]) * x / (((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1);
    }

    private static double Bisect(Func<double, bool> tooLow)
    {
        var (low, high) = (0.0, 1.0);
        for (var step = 0; step < Steps; step++)
        {
            var middle = (low + high) / 2;
            if (tooLow(middle)) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }

    private static double LogChoose(int n, int k) => LogGamma(n + 1) - LogGamma(k + 1) - LogGamma(n - k + 1);

    // Lanczos' approximation with g = 7 and nine terms; about 15 digits for positive arguments.
    private static double LogGamma(double x)
    {
        double[] terms =
        [
            0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012,
            9.9843695780195716e-6, 1.5056327351493116e-7,
        ];
        x -= 1;
        var sum = terms[0];
        for (var i = 1; i < terms.Length; i++) sum += terms[i] / (x + i);
        var t = x + 7.5;
        return 0.5 * Math.Log(2 * Math.PI) + (x + 0.5) * Math.Log(t) - t + Math.Log(sum);
    }

    private static void Check(int hits, int trials, double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        if (hits < 0 || hits > trials) throw new ArgumentOutOfRangeException(nameof(hits), hits, $"Hits between 0 and {trials} were expected.");
        if (share is <= 0 or >= 1) throw new ArgumentOutOfRangeException(nameof(share), share, "A share strictly between 0 and 1 was expected.");
    }
}
