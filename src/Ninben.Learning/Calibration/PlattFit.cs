namespace Ninben.Learning.Calibration;

/// <summary>Platt scaling on the logit: calibrated = sigmoid(slope * logit(stated) + offset).</summary>
public sealed record PlattFit(double Slope, double Offset)
{
    private const double Edge = 1e-6;
    private const int MostSteps = 100;

    /// <summary>
    /// Fits by Newton's method with Platt's targets (N+ + 1)/(N+ + 2) and 1/(N- + 2), which keep it finite on trials that are all right.
    /// </summary>
    public static PlattFit Fit(IReadOnlyCollection<Trial> trials)
    {
        var right = trials.Count(trial => trial.Right);
        var (high, low) = ((right + 1.0) / (right + 2), 1.0 / (trials.Count - right + 2));
        var points = trials.Select(trial => (X: Logit(trial.Stated), Target: trial.Right ? high : low)).ToArray();
        var (slope, offset) = (1.0, 0.0);
        for (var step = 0; step < MostSteps; step++)
        {
            var (g0, g1, h00, h01, h11) = (0.0, 0.0, 1e-9, 0.0, 1e-9);
            foreach (var (x, target) in points)
            {
                var p = Sigmoid(slope * x + offset);
                var (error, weight) = (p - target, p * (1 - p));
                (g0, g1) = (g0 + error * x, g1 + error);
                (h00, h01, h11) = (h00 + weight * x * x, h01 + weight * x, h11 + weight);
            }

            var determinant = h00 * h11 - h01 * h01;
            if (Math.Abs(determinant) < 1e-12) break;
            var (ds, d0) = ((h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant);
            var shorten = Math.Min(1, 2 / Math.Max(Math.Abs(ds), Math.Max(Math.Abs(d0), 1e-12)));
            (slope, offset) = (slope - shorten * ds, offset - shorten * d0);
            if (Math.Abs(ds) + Math.Abs(d0) < 1e-10) break;
        }

        return new PlattFit(slope, offset);
    }

    /// <summary>The calibrated confidence, 0..1.</summary>
    public double Apply(double stated) => Sigmoid(Slope * Logit(stated) + Offset);

    private static double Logit(double share)
    {
        var inside = Math.Clamp(share, Edge, 1 - Edge);
        return Math.Log(inside / (1 - inside));
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
