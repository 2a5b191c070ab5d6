using System.Numerics;

namespace Ninben.Feel.Values;

/// <summary>Powers of ten and what is counted with them.</summary>
internal static class Powers
{
    private static readonly BigInteger[] Kept = Build();

    private static readonly UInt128[] Small = [.. Enumerable.Range(0, 39).Select(i => (UInt128)BigInteger.Pow(10, i))];

    public static BigInteger Of(int exponent) => exponent < Kept.Length ? Kept[exponent] : BigInteger.Pow(10, exponent);

    /// <summary>A power of ten that fits; the exponent is at most 38.</summary>
    public static UInt128 SmallOf(int exponent) => Small[exponent];

    /// <summary>How many decimal digits the number has; zero has one.</summary>
    public static int DigitsOf(UInt128 value)
    {
        // 1233 / 4096 is a little more than the logarithm of two, so the guess is right or one too small.
        int guess = ((128 - (int)UInt128.LeadingZeroCount(value)) * 1233) >> 12;
        return guess < Small.Length && value >= Small[guess] ? guess + 1 : Math.Max(guess, 1);
    }

    /// <summary>How many decimal digits a number that is not negative has; zero has one.</summary>
    public static int DigitsOf(BigInteger value)
    {
        if (value.IsZero) return 1;
        int guess = (int)((value.GetBitLength() - 1) * 30103 / 100_000);
        return value >= Of(guess) ? value >= Of(guess + 1) ? guess + 2 : guess + 1 : guess;
    }

    /// <summary>The quotient, rounded to the nearest whole number, halves to even.</summary>
    public static BigInteger DivideHalfEven(BigInteger value, BigInteger divisor)
    {
        BigInteger quotient = BigInteger.DivRem(BigInteger.Abs(value), divisor, out BigInteger rest);
        int half = (rest * 2).CompareTo(divisor);
        if (half > 0 || (half == 0 && !quotient.IsEven)) quotient += 1;
        return value.Sign < 0 ? -quotient : quotient;
    }

    private static BigInteger[] Build()
    {
        BigInteger[] powers = new BigInteger[128];
        powers[0] = BigInteger.One;
        for (int i = 1; i < powers.Length; i++) powers[i] = powers[i - 1] * 10;
        return powers;
    }
}
