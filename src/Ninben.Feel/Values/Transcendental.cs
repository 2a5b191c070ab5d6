using System.Numerics;

namespace Ninben.Feel.Values;

/// <summary>
/// Logarithm, exponential, root and powers to all 34 digits, in fixed-point arithmetic with enough further digits that the last one is right.
/// The error before rounding is below 10^-40 of the value.
/// </summary>
internal static class Transcendental
{
    private const int Places = 80;

    // Squared so often after the series, the error grows by 2^16, five digits.
    private const int Halvings = 16;

    private static readonly BigInteger One = BigInteger.Pow(10, Places);

    private static readonly BigInteger LogTen = BigInteger.Parse(
        "230258509299404568401799145468436420760110148862877297603332790096757260967735248", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The square root, correctly rounded; the value is not negative.</summary>
    public static WideNumber? SquareRoot(WideNumber value)
    {
        if (value.IsZero) return value;
        int shift = (2 * WideNumber.Digits) + 4 - Powers.DigitsOf(value.Coefficient);
        if (((value.Exponent - shift) & 1) != 0) shift++;
        BigInteger scaled = value.Coefficient * Powers.Of(shift);
        BigInteger root = WholeRoot(scaled);
        return WideNumber.Rounded(root, (value.Exponent - shift) / 2, root * root == scaled ? 0 : 1);
    }

    /// <summary>e to the power of a number; null when that is beyond the greatest number.</summary>
    public static WideNumber? Exponential(WideNumber power)
    {
        if (power.Magnitude > 5) return power.IsNegative ? default(WideNumber) : null;
        if (power.Magnitude < -40) return WideNumber.Rounded(BigInteger.One, 0);
        return Exponential(Fixed(power));
    }

    /// <summary>The natural logarithm; the value is positive.</summary>
    public static WideNumber? Logarithm(WideNumber value) => WideNumber.Rounded(FixedLogarithm(value), -Places);

    /// <summary>A power whose exponent is not a whole number; the value is positive.</summary>
    public static WideNumber? Power(WideNumber value, WideNumber exponent)
    {
        if (exponent.Magnitude > 40) return FixedLogarithm(value).Sign * exponent.Sign > 0 ? null : default(WideNumber);
        if (exponent.Magnitude < -40) return WideNumber.Rounded(BigInteger.One, 0);
        BigInteger scaled = FixedLogarithm(value) * exponent.Signed;
        BigInteger power = exponent.Exponent >= 0 ? scaled * Powers.Of(exponent.Exponent) : scaled / Powers.Of(-exponent.Exponent);
        return Exponential(power);
    }

    /// <summary>A power with a whole exponent, by repeated squaring with further digits.</summary>
    public static WideNumber? WholePower(WideNumber value, BigInteger exponent)
    {
        if (value.IsZero) return exponent.IsZero ? WideNumber.Of(1) : exponent.Sign < 0 ? null : value;
        BigInteger count = BigInteger.Abs(exponent);
        // The logarithm of the value is at least this far from zero.
        int least = value.Magnitude > 0 ? value.Magnitude : -(value.Magnitude + 1);
        if (count * least > 3 * WideNumber.MaximumExponent) return value.Magnitude > 0 == exponent.Sign > 0 ? null : default(WideNumber);

        int digits = WideNumber.Digits + 8 + Powers.DigitsOf(count);
        (BigInteger Value, long Exponent) result = (BigInteger.One, 0);
        (BigInteger Value, long Exponent) square = (value.Signed, value.Exponent);
        while (true)
        {
            if (!count.IsEven) result = Cut(result.Value * square.Value, result.Exponent + square.Exponent, digits);
            count >>= 1;
            if (count.IsZero) break;
            square = Cut(square.Value * square.Value, 2 * square.Exponent, digits);
            if (Math.Abs(square.Exponent) > 100_000) return square.Exponent > 0 == exponent.Sign > 0 ? null : default(WideNumber);
        }

        if (exponent.Sign >= 0) return WideNumber.Rounded(result.Value, result.Exponent);
        int shift = WideNumber.Digits + 4 + Powers.DigitsOf(BigInteger.Abs(result.Value));
        BigInteger quotient = BigInteger.DivRem(Powers.Of(shift), result.Value, out BigInteger rest);
        return WideNumber.Rounded(quotient, -result.Exponent - shift, rest.IsZero ? 0 : 1);
    }

    // Digits beyond those that count are cut off; how many there are need only be known roughly.
    private static (BigInteger Value, long Exponent) Cut(BigInteger value, long exponent, int digits)
    {
        int drop = (int)(value.GetBitLength() * 30103 / 100_000) - digits;
        return drop <= 0 ? (value, exponent) : (value / Powers.Of(drop), exponent + drop);
    }

    private static BigInteger Fixed(WideNumber value) => value.Exponent >= -Places ? value.Signed * Powers.Of(value.Exponent + Places)
        : value.Signed / Powers.Of(-value.Exponent - Places);

    // e^x = 10^k * e^r where x = k * log 10 + r, and r is small.
    private static WideNumber? Exponential(BigInteger power)
    {
        BigInteger tens = Powers.DivideHalfEven(power, LogTen);
        if (BigInteger.Abs(tens) > 7_000) return tens.Sign > 0 ? null : default(WideNumber);
        BigInteger value = FixedExponential(power - (tens * LogTen));
        return WideNumber.Rounded(value, (long)tens - Places);
    }

    private static BigInteger FixedExponential(BigInteger power)
    {
        BigInteger small = power >> Halvings;
        BigInteger term = One;
        BigInteger sum = One;
        for (int i = 1; !term.IsZero && i < 100; i++)
        {
            term = term * small / One / i;
            sum += term;
        }

        for (int i = 0; i < Halvings; i++) sum = sum * sum / One;
        return sum;
    }

    // Halley's method: each step makes the error smaller than its third power.
    private static BigInteger FixedLogarithm(WideNumber value)
    {
        int tens = value.Magnitude;
        BigInteger mantissa = Fixed(value with { Exponent = value.Exponent - tens });
        BigInteger logarithm = 2 * (mantissa - One) * One / (mantissa + One);
        BigInteger step;
        do
        {
            BigInteger power = FixedExponential(logarithm);
            step = 2 * (mantissa - power) * One / (mantissa + power);
            logarithm += step;
        }
        while (BigInteger.Abs(step) > Powers.Of(2 * Places / 3));

        return logarithm + (tens * LogTen);
    }

    private static BigInteger WholeRoot(BigInteger value)
    {
        BigInteger root = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        while (true)
        {
            BigInteger next = (root + (value / root)) >> 1;
            if (next >= root) return root;
            root = next;
        }
    }
}
