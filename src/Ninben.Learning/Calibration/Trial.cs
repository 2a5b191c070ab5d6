namespace Ninben.Learning.Calibration;

/// <summary>What was stated and whether it was right.</summary>
/// <param name="Stated">0..1.</param>
/// <param name="Right">Whether the answer turned out right.</param>
public readonly record struct Trial(double Stated, bool Right);
