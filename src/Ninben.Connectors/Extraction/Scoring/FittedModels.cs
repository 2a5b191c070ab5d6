namespace Ninben.Connectors.Extraction.Scoring;

/// <summary>
/// Weights of the field models. Fitted on 80 scanned shop receipts, each read three times: choice by conditional logit, trust by logistic
/// regression on out-of-fold choices (8 folds, one vendor in one fold only), both with a Gaussian prior around weights set by hand, because
/// 80 documents say little about rare features. Measured shares are in docs/extraction.md.
/// </summary>
internal static class FittedModels
{
    public static readonly LinearModel Total = new(
        [1.15, 1.06, 1.15, 0.44, 0.18, -0.45, -3.02, -2.30, 0.28, 3.42, 2.21, 1.15, 1.41, 1.39, 1.25, -0.93, 0.40, -5.00, -1.23, 0.40, -0.55, -2.50, -0.33],
        [-2.65, 0.35, 1.69, 1.19, -0.78, 1.72]);

    public static readonly LinearModel Date = new(
        [1.87, 1.87, 1.55, 1.06, -1.49, 0.52, -0.34, -1.00, 0.96, 0.27, -1.02, 0.44],
        [-2.09, 0.18, 3.25, 1.29, -0.63, -0.29]);

    public static readonly LinearModel Vendor = new(
        [2.63, 1.58, 0.97, 0.24, 0.63, -1.09, -2.57, -2.51, -3.12, -2.02, -1.51, 1.62, 1.03, 1.07, 0.45, 0.67, 0.39, -2.13, -1.04, 0.81, -1.09, 0.15],
        [-3.60, 0.32, 1.75, 1.27, 0.00, 0.49]);
}
