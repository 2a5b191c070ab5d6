namespace Ninben.Dev.Commands.Samples;

/// <summary>What the scanner did to the paper.</summary>
/// <param name="SkewDegrees">-3..3.</param>
/// <param name="Noise">Strength of the grain, 0..1.</param>
/// <param name="BlurPixels">CSS pixels, 0..3.</param>
/// <param name="Contrast">1 is as printed; 0.3 is hardly readable.</param>
/// <param name="Stains">How many coffee rings and smudges.</param>
/// <param name="Fold">Shadows where the sheet was folded.</param>
/// <param name="Grey">Scanned without colour.</param>
/// <param name="Quality">JPEG quality to begin with.</param>
internal sealed record ScanLook(double SkewDegrees, double Noise, double BlurPixels, double Contrast, int Stains, bool Fold, bool Grey, int Quality)
{
    /// <summary>A good office scan.</summary>
    public static ScanLook Clean(Random random) =>
        new(Math.Round((random.NextDouble() - 0.5) * 0.5, 2), 0.035, 0, 1, 0, false, random.Next(10) < 7, 72);

    /// <summary>Something between a good scan and a photographed sheet; the share of bad ones is that of a post room, not of a test chart.</summary>
    public static ScanLook Draw(Random random)
    {
        if (random.Next(100) < 40) return Clean(random);
        var bad = random.Next(100) < 25;
        return new ScanLook(
            Math.Round((random.NextDouble() - 0.5) * (bad ? 6 : 3), 2),
            bad ? 0.1 + random.NextDouble() * 0.25 : 0.05 + random.NextDouble() * 0.12,
            bad ? 0.4 + random.NextDouble() * 0.6 : random.NextDouble() * 0.35,
            bad ? 0.45 + random.NextDouble() * 0.3 : 0.75 + random.NextDouble() * 0.25,
            random.Next(bad ? 4 : 2), random.Next(100) < (bad ? 60 : 25), random.Next(10) < 7, bad ? 45 : 65);
    }

    /// <summary>A sheet that was folded, lay on a desk and was scanned in passing: readable, but not pretty.</summary>
    public static ScanLook Worn(Random random) =>
        new(Math.Round((random.NextDouble() - 0.5) * 3, 2), 0.12, 0.25, 0.85, 1, true, random.Next(2) == 0, 66);

    /// <summary>A scan that nobody can read with certainty.</summary>
    public static ScanLook Unreadable(Random random) => new(Math.Round(1.5 + random.NextDouble() * 1.5, 2), 0.5, 2.6, 0.35, 3, true, true, 30);
}
