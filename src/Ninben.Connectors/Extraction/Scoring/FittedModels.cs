namespace Ninben.Connectors.Extraction.Scoring;

/// <summary>
/// Weights of the field models. Fitted on 80 scanned shop receipts, each read three times: choice by conditional logit, trust by logistic
/// regression on out-of-fold choices (8 folds, one vendor in one fold only), both with a Gaussian prior around weights set by hand, because
/// 80 documents say little about rare features. Measured shares are in docs/extraction.md.
/// </summary>
internal static class FittedModels
{
    public static readonly LinearModel Total = new(
        [1.54, 1.12, 1.46, 0.61, 0.05, -0.66, -3.03, -2.24, 0.42, 3.32, 2.18, 1.15, 1.36, 1.37, 1.16, -0.92, 0.39, -5.00, -1.44, 0.49, -0.53, -2.50,
            -0.44, -2.65],
        [-1.88, 0.33, 1.50, 1.13, -0.33, 1.33]);

    public static readonly LinearModel Date = new(
        [1.85, 1.85, 1.55, 1.06, -1.49, 0.52, -0.34, -1.00, 0.94, 0.27, -1.00, 0.43, 0, 0],
        [-2.12, 0.30, 3.35, 0.96, -0.67, -0.34]);

    /// <summary>
    /// That eight digits of a longer number are a date by chance is next to impossible. Receipts only: an invoice may be numbered by another
    /// day. The weight was set by hand.
    /// </summary>
    public static readonly LinearModel ReceiptDate = Date with { Choice = [.. Date.Choice[..^1], 3.0] };

    public static readonly LinearModel Vendor = new(
        [2.63, 1.58, 0.97, 0.24, 0.63, -1.09, -2.57, -2.51, -3.12, -2.02, -1.51, 1.62, 1.03, 1.07, 0.45, 0.67, 0.39, -2.13, -1.04, 0.81, -1.09, 0.15,
            0, 0, 0, 0, 0, 0],
        [-3.51, 0.30, 2.30, 2.01, 0.00, 0.00]);

    /// <summary>
    /// A letter has what a receipt has not: a receiver, print of many sizes and a footer that says the sender again. Their weights were set by
    /// hand; what such names are worth is for a calibration to say.
    /// </summary>
    public static readonly LinearModel Letterhead = Vendor with { Choice = [.. Vendor.Choice[..^6], -6.0, 3.0, 3.5, -2.5, 1.0, -2.5] };
}
