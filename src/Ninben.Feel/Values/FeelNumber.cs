using System.Globalization;

namespace Ninben.Feel.Values;

/// <summary>
/// All arithmetic on FEEL numbers. The one place to change when decimal (28 digits) gives way to the standard's 34 digits.
/// An operation without an answer (overflow, division by zero) returns null.
/// </summary>
internal static class FeelNumber
{
    // Dividing by this drops the trailing zeros of a decimal's scale.
    private const decimal ScaleKiller = 1.0000000000000000000000000000m;

    public static decimal? Add(decimal left, decimal right)
    {
        try
        {
            return left + right;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    public static decimal? Subtract(decimal left, decimal right) => Add(left, -right);

    public static decimal? Multiply(decimal left, decimal right)
    {
        try
        {
            return left * right;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    public static decimal? Divide(decimal left, decimal right)
    {
        if (right == 0) return null;
        try
        {
            return left / right;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>DMN 1.5, 10.3.4.6: dividend - divisor * floor(dividend / divisor), so the sign is the divisor's.</summary>
    public static decimal? Modulo(decimal dividend, decimal divisor)
    {
        if (divisor == 0) return null;
        decimal remainder = decimal.Remainder(dividend, divisor);
        return remainder != 0 && (remainder < 0) != (divisor < 0) ? Add(remainder, divisor) : remainder;
    }

    public static decimal? Power(decimal value, decimal exponent)
    {
        if (exponent != decimal.Truncate(exponent)) return FromDouble(Math.Pow((double)value, (double)exponent));
        if (value is 0 or 1) return exponent == 0 ? 1 : value == 0 && exponent < 0 ? null : value;
        if (Math.Abs(exponent) > 100_000) return FromDouble(Math.Pow((double)value, (double)exponent));
        decimal? power = WholePower(value, (int)Math.Abs(exponent));
        if (power is null) return exponent < 0 ? FromDouble(Math.Pow((double)value, (double)exponent)) : null;
        return exponent < 0 ? Divide(1, power.Value) : power;
    }

    public static decimal? SquareRoot(decimal value)
    {
        if (value < 0) return null;
        if (value == 0) return 0;
        // A double's root is right to 15 digits; two Newton steps double that twice.
        decimal root = (decimal)Math.Sqrt((double)value);
        if (root == 0) return 0;
        for (int i = 0; i < 3; i++) root = (root + (value / root)) / 2;
        decimal rounded = Math.Round(root, 20);
        return Multiply(rounded, rounded) == value ? Normalised(rounded) : root;
    }

    /// <summary>The double as a number with its 17 significant digits; null for NaN, infinities and magnitudes out of range.</summary>
    public static decimal? FromDouble(double value)
    {
        if (!double.IsFinite(value) || Math.Abs(value) > 7.9e28) return null;
        return decimal.Parse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>Rounds to a number of digits after the point, which may be negative; null when the scale is out of FEEL's range.</summary>
    public static decimal? Round(decimal value, decimal scale, MidpointRounding mode)
    {
        // DMN 1.5, 10.3.4.6 bounds the scale to [-6111..6176], the exponents of a decimal128.
        if (scale is < -6111 or > 6176) return null;
        int digits = (int)decimal.Truncate(scale);
        if (digits >= 28) return value;
        if (digits >= 0) return Math.Round(value, digits, mode);
        if (digits < -28) return mode is MidpointRounding.ToPositiveInfinity or MidpointRounding.ToNegativeInfinity && value != 0 ? null : 0;
        decimal unit = WholePower(10, -digits)!.Value;
        return Multiply(Math.Round(value / unit, 0, mode), unit);
    }

    /// <summary>Rounds away from zero, the "up" of the standard.</summary>
    public static decimal? RoundUp(decimal value, decimal scale) =>
        Round(value, scale, value < 0 ? MidpointRounding.ToNegativeInfinity : MidpointRounding.ToPositiveInfinity);

    /// <summary>Rounds to the nearest, halves towards zero.</summary>
    public static decimal? RoundHalfDown(decimal value, decimal scale)
    {
        if (Round(value, scale, MidpointRounding.ToZero) is not decimal towards
            || Round(value, scale, MidpointRounding.AwayFromZero) is not decimal nearest) return null;
        if (towards == nearest) return towards;
        return Math.Abs(value - towards) <= Math.Abs(nearest - value) ? towards : nearest;
    }

    public static decimal Normalised(decimal value) => value / ScaleKiller;

    /// <summary>Plain decimal notation without exponent and without trailing zeros.</summary>
    public static string Text(decimal value) => Normalised(value).ToString(CultureInfo.InvariantCulture);

    public static bool TryParse(ReadOnlySpan<char> text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture, out value);

    private static decimal? WholePower(decimal value, int exponent)
    {
        decimal result = 1;
        decimal square = value;
        try
        {
            for (int rest = exponent; rest > 0; rest >>= 1)
            {
                if ((rest & 1) == 1) result *= square;
                if (rest > 1) square *= square;
            }
        }
        catch (OverflowException)
        {
            return null;
        }

        return result;
    }
}
