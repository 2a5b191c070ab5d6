using System.Globalization;

namespace Ninben.Feel.Tests;

/// <summary>
/// How much random testing is done: NINBEN_SEEDS is how many inputs (short by default), NINBEN_SECONDS ends it earlier, NINBEN_SEED is the first seed.
/// </summary>
internal static class FuzzBudget
{
    public static int FirstSeed => Number("NINBEN_SEED", 1);

    public static int Seeds(int standard) => Number("NINBEN_SEEDS", standard);

    public static TimeSpan Time => TimeSpan.FromSeconds(Number("NINBEN_SECONDS", 3_600));

    private static int Number(string variable, int standard) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : standard;
}
