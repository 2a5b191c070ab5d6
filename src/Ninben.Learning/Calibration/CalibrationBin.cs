namespace Ninben.Learning.Calibration;

/// <summary>Stated confidences in a range and the measured share of right answers among them.</summary>
/// <param name="From">Lowest stated confidence, included.</param>
/// <param name="To">Highest stated confidence; excluded unless it is 1.</param>
/// <param name="Calibrated">Measured share of right answers, smoothed so that it rises with the stated confidence.</param>
/// <param name="Count">Answers measured.</param>
public sealed record CalibrationBin(double From, double To, double Calibrated, int Count);
