namespace Ninben.Learning.Calibration;

/// <summary>A range of shares, 0..1.</summary>
public readonly record struct Interval(double Low, double High);
