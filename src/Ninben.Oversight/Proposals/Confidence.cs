namespace Ninben.Oversight.Proposals;

/// <summary>
/// How sure an answer is, 0..1, always with its kind. <c>Stated</c> is what the model says; <c>Calibrated</c> is what was measured for
/// answers that said so, and only that may pass a gate.
/// </summary>
/// <param name="Stated">0..1 as the connector said; at most 4 decimals.</param>
/// <param name="Calibrated">0..1 measured share of right answers, or null while nothing was measured.</param>
/// <param name="Calibration">Id and version of the calibration that was applied, e.g. <c>invoice-extraction@3</c>; null when there is none.</param>
public sealed record Confidence(decimal Stated, decimal? Calibrated = null, string? Calibration = null);
