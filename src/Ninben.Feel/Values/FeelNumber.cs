using System.Globalization;
using System.Numerics;

namespace Ninben.Feel.Values;

/// <summary>How a number is brought to fewer digits.</summary>
internal enum Rounding : byte
{
    HalfEven,
    HalfUp,
    HalfDown,
    Up,
    Down,
    Floor,
    Ceiling,
}

/// <summary>
/// Arithmetic on FEEL numbers: 34 digits, halves to even. Decimals are added, multiplied and compared as such where that is exact, everything
/// else goes the long way over <see cref="WideNumber"/>. An operation without an answer (overflow, division by zero) is null.
/// </summary>
internal static class FeelNumber
{
    private const int MostCharacters = 16_384;

    // Operands below 2^94 cannot overflow a decimal when added.
    private const uint SafeHigh = 1u << 30;

    private const int MaximumDecimalScale = 28;

    public static FeelValue Add(in FeelValue left, in FeelValue right)
    {
        if (left.IsCount && right.IsCount)
        {
            ulong sum = unchecked(left.CountUnchecked + right.CountUnchecked);
            if (sum >= left.CountUnchecked) return FeelValue.FromCount(sum);
        }

        if (left.IsDecimal && right.IsDecimal)
        {
            decimal a = left.DecimalUnchecked;
            decimal b = right.DecimalUnchecked;
            if (left.DecimalHigh < SafeHigh && right.DecimalHigh < SafeHigh)
            {
                decimal sum = a + b;
                // No digit was dropped when the finer scale is kept.
                if (sum.Scale == Math.Max(a.Scale, b.Scale)) return FeelValue.From(sum);
            }
        }

        return Of(WideNumber.Add(left.Wide, right.Wide));
    }

    public static FeelValue Subtract(in FeelValue left, in FeelValue right) =>
        left.IsCount && right.IsCount && left.CountUnchecked >= right.CountUnchecked
            ? FeelValue.FromCount(left.CountUnchecked - right.CountUnchecked) : Add(left, Negate(right));

    public static FeelValue Multiply(in FeelValue left, in FeelValue right)
    {
        if (left.IsCount && right.IsCount && Math.BigMul(left.CountUnchecked, right.CountUnchecked, out ulong product) == 0)
        {
            return FeelValue.FromCount(product);
        }

        if (left.IsDecimal && right.IsDecimal && left.DecimalHigh == 0 && right.DecimalHigh == 0)
        {
            decimal a = left.DecimalUnchecked;
            decimal b = right.DecimalUnchecked;
            bool fits = BitOperations.LeadingZeroCount(left.DecimalLow) + BitOperations.LeadingZeroCount(right.DecimalLow) >= 32;
            if (fits && a.Scale + b.Scale <= MaximumDecimalScale) return FeelValue.From(a * b);
        }

        return Of(WideNumber.Multiply(left.Wide, right.Wide));
    }

    public static FeelValue Divide(in FeelValue left, in FeelValue right)
    {
        if (left.IsDecimal && right.IsDecimal && left.DecimalHigh == 0 && right.DecimalHigh == 0)
        {
            return right.DecimalLow == 0 ? default : DivideShort(left, right);
        }

        return Of(WideNumber.Divide(left.Wide, right.Wide));
    }

    // Both coefficients have 64 bits: eighteen digits of the quotient come from each step of a long division.
    private static FeelValue DivideShort(FeelValue left, FeelValue right)
    {
        const int Step = 18;
        ulong divisor = right.DecimalLow;
        (ulong whole, ulong rest) = Math.DivRem(left.DecimalLow, divisor);
        int exponent = right.DecimalUnchecked.Scale - left.DecimalUnchecked.Scale;
        bool negative = (left.DecimalUnchecked < 0) != (right.DecimalUnchecked < 0);
        UInt128 quotient = whole;
        while (rest != 0)
        {
            int digits = Math.Min(Step, WideNumber.Digits - (quotient == 0 ? 0 : Powers.DigitsOf(quotient)));
            if (digits == 0) break;
            UInt128 scaled = (UInt128)rest * Powers.SmallOf(digits);
            UInt128 chunk = scaled / divisor;
            rest = (ulong)(scaled - (chunk * divisor));
            quotient = (quotient * Powers.SmallOf(digits)) + chunk;
            exponent -= digits;
        }

        if (rest > divisor - rest || (rest != 0 && rest == divisor - rest && UInt128.IsOddInteger(quotient))) quotient++;
        if (quotient == Powers.SmallOf(WideNumber.Digits)) (quotient, exponent) = (Powers.SmallOf(WideNumber.Digits - 1), exponent + 1);
        WideNumber answer = new(quotient, exponent, negative && quotient != 0);
        return FeelValue.From(exponent < 0 ? answer.Stripped() : answer);
    }

    /// <summary>DMN 1.5, 10.3.4.5: dividend - divisor * floor(dividend / divisor), so the sign is the divisor's.</summary>
    public static FeelValue Modulo(FeelValue dividend, FeelValue divisor)
    {
        if (Sign(divisor) == 0) return default;
        if (dividend.IsDecimal && divisor.IsDecimal && dividend.DecimalHigh == 0 && divisor.DecimalHigh == 0)
        {
            decimal remainder = decimal.Remainder(dividend.DecimalUnchecked, divisor.DecimalUnchecked);
            return remainder != 0 && (remainder < 0) != (divisor.DecimalUnchecked < 0) ? Add(FeelValue.From(remainder), divisor) : FeelValue.From(remainder);
        }

        (WideNumber left, WideNumber right) = (dividend.Wide, divisor.Wide);
        int exponent = Math.Min(left.Exponent, right.Exponent);
        BigInteger unit = right.Signed * BigInteger.Pow(10, right.Exponent - exponent);
        // Only the remainder of the power of ten counts, so that a great dividend is not written out.
        BigInteger rest = left.Signed * BigInteger.ModPow(10, left.Exponent - exponent, BigInteger.Abs(unit)) % unit;
        if (!rest.IsZero && rest.Sign != unit.Sign) rest += unit;
        return Of(WideNumber.Rounded(rest, exponent));
    }

    public static FeelValue Power(FeelValue value, FeelValue exponent)
    {
        if (IsWhole(exponent))
        {
            WideNumber whole = exponent.Wide;
            if (whole.Magnitude > 40) return IsOne(value) ? value : Sign(value) == 0 && Sign(exponent) > 0 ? value : default;
            return Of(Transcendental.WholePower(value.Wide, whole.Exponent >= 0 ? whole.Signed * Powers.Of(whole.Exponent)
                : whole.Signed / Powers.Of(-whole.Exponent)));
        }

        if (Sign(value) == 0) return Sign(exponent) > 0 ? value : default;
        return Sign(value) < 0 ? default : Of(Transcendental.Power(value.Wide, exponent.Wide));
    }

    public static FeelValue SquareRoot(FeelValue value) => Sign(value) < 0 ? default : Of(Transcendental.SquareRoot(value.Wide));

    public static FeelValue Exponential(FeelValue value) => Of(Transcendental.Exponential(value.Wide));

    public static FeelValue Logarithm(FeelValue value) => Sign(value) <= 0 ? default : Of(Transcendental.Logarithm(value.Wide));

    public static FeelValue Negate(FeelValue value) => value.IsDecimal ? FeelValue.From(-value.DecimalUnchecked) : FeelValue.From(value.Wide.Negated);

    public static FeelValue Absolute(FeelValue value) => Sign(value) < 0 ? Negate(value) : value;

    public static int Sign(FeelValue value) => value.IsDecimal ? Math.Sign(value.DecimalUnchecked) : value.Wide.Sign;

    public static int Compare(FeelValue left, FeelValue right)
    {
        if (left.IsCount && right.IsCount) return left.CountUnchecked.CompareTo(right.CountUnchecked);
        if (left.IsDecimal && right.IsDecimal) return left.DecimalUnchecked.CompareTo(right.DecimalUnchecked);
        return WideNumber.Compare(left.Wide, right.Wide);
    }

    public static bool IsWhole(FeelValue value) => value.IsCount || (value.IsDecimal ? value.DecimalUnchecked == decimal.Truncate(value.DecimalUnchecked)
        : value.Wide.Stripped().Exponent >= 0);

    /// <summary>Whether a whole number is even; null for a fraction.</summary>
    public static bool? IsEven(FeelValue value)
    {
        if (!IsWhole(value)) return null;
        if (value.IsDecimal) return value.DecimalUnchecked % 2 == 0;
        WideNumber number = value.Wide.Stripped();
        return number.Exponent > 0 || UInt128.IsEvenInteger(number.Coefficient);
    }

    /// <summary>Rounds to a number of digits after the point, which may be negative; null when the scale is out of FEEL's range.</summary>
    public static FeelValue Round(FeelValue value, FeelValue scale, Rounding way)
    {
        // DMN 1.5, 10.3.4.5 bounds the scale to [-6111..6176], the exponents of a decimal128.
        if (scale.AsNumber() is < -WideNumber.MaximumExponent or > -WideNumber.MinimumExponent) return default;
        int digits = (int)decimal.Truncate(scale.AsNumber());
        if (value.IsDecimal && digits is >= 0 and <= MaximumDecimalScale && Mode(way) is MidpointRounding mode)
        {
            return FeelValue.From(Math.Round(value.DecimalUnchecked, digits, mode));
        }

        WideNumber number = value.Wide;
        if (number.Exponent >= -digits) return value;
        // Of a number that is much smaller than the unit only the sign counts.
        int drop = Math.Min(-digits - number.Exponent, WideNumber.Digits + 2);
        BigInteger unit = Powers.Of(drop);
        BigInteger quotient = BigInteger.DivRem(BigInteger.Abs(number.Signed), unit, out BigInteger rest);
        if (!rest.IsZero && RoundsUp(way, number.IsNegative, (rest * 2).CompareTo(unit), !quotient.IsEven)) quotient += 1;
        return Of(WideNumber.Rounded(number.IsNegative ? -quotient : quotient, -digits));
    }

    /// <summary>The number that a text spells, to 34 digits; null for anything else and beyond the greatest number.</summary>
    public static FeelValue Parse(ReadOnlySpan<char> text)
    {
        // Up to 28 digits a decimal holds what is written.
        if (text.Length <= 28 && !text.ContainsAny('e', 'E'))
        {
            return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
                ? FeelValue.From(number) : default;
        }

        // Reading digits takes the square of their number; more than these say nothing in any number that exists.
        if (text.Length > MostCharacters) return default;
        int at = text.IndexOfAny('e', 'E');
        ReadOnlySpan<char> mantissa = at < 0 ? text : text[..at];
        int power = 0;
        if (at >= 0 && !int.TryParse(text[(at + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out power)) return default;
        int point = mantissa.IndexOf('.');
        int fraction = point < 0 ? 0 : mantissa.Length - point - 1;
        string digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        if (!BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger coefficient)) return default;
        return Of(WideNumber.Rounded(coefficient, (long)power - fraction));
    }

    /// <summary>Plain decimal notation without trailing zeros; with an exponent where that would take many zeros.</summary>
    public static string Text(FeelValue value)
    {
        if (!value.IsDecimal) return value.Wide.ToString();
        string text = value.DecimalUnchecked.ToString(CultureInfo.InvariantCulture);
        if (!text.Contains('.', StringComparison.Ordinal)) return text;
        string trimmed = text.TrimEnd('0').TrimEnd('.');
        return trimmed is "-0" ? "0" : trimmed;
    }

    private static FeelValue Of(WideNumber? number) => number is WideNumber found ? FeelValue.From(found) : default;

    private static bool IsOne(FeelValue value) => Compare(value, FeelValue.From(1)) == 0;

    private static MidpointRounding? Mode(Rounding way) => way switch
    {
        Rounding.HalfEven => MidpointRounding.ToEven,
        Rounding.HalfUp => MidpointRounding.AwayFromZero,
        Rounding.Down => MidpointRounding.ToZero,
        Rounding.Floor => MidpointRounding.ToNegativeInfinity,
        Rounding.Ceiling => MidpointRounding.ToPositiveInfinity,
        _ => null,
    };

    private static bool RoundsUp(Rounding way, bool negative, int half, bool odd) => way switch
    {
        Rounding.HalfEven => half > 0 || (half == 0 && odd),
        Rounding.HalfUp => half >= 0,
        Rounding.HalfDown => half > 0,
        Rounding.Up => true,
        Rounding.Floor => negative,
        Rounding.Ceiling => !negative,
        _ => false,
    };
}
