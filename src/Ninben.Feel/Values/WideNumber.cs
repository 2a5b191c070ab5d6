using System.Globalization;
using System.Numerics;

namespace Ninben.Feel.Values;

/// <summary>
/// A number with all the 34 digits of the standard (DMN 1.5, 10.3.2.3.1; IEEE 754 decimal128): coefficient * 10^exponent, where the coefficient
/// is below 10^34 and the exponent lies in [-6176..6111]. What <see cref="decimal"/> holds exactly is never kept in this form.
/// </summary>
internal readonly record struct WideNumber(UInt128 Coefficient, int Exponent, bool IsNegative)
{
    public const int Digits = 34;
    public const int MinimumExponent = -6176;
    public const int MaximumExponent = 6111;

    private const int PlainLimit = 64;

    // What 128 bits hold whatever the digits are.
    private const int ShortDigits = 38;

    public static WideNumber Of(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        UInt128 coefficient = unchecked(new UInt128((uint)parts[2], ((ulong)(uint)parts[1] << 32) | (uint)parts[0]));
        return new WideNumber(coefficient, -value.Scale, value < 0);
    }

    /// <summary>The nearest number to coefficient * 10^exponent, halves to even; null when it is beyond the greatest.</summary>
    /// <param name="coefficient">The exact coefficient, or its leading digits when <paramref name="more"/> is positive.</param>
    /// <param name="more">1 when the exact value lies a little further from zero than the coefficient says, 0 when not.</param>
    public static WideNumber? Rounded(BigInteger coefficient, long exponent, int more = 0)
    {
        bool negative = coefficient.Sign < 0;
        BigInteger magnitude = BigInteger.Abs(coefficient);
        if (magnitude.IsZero) return default(WideNumber);
        long drop = Math.Max(Powers.DigitsOf(magnitude) - Digits, MinimumExponent - exponent);
        if (drop > 0)
        {
            if (drop > Powers.DigitsOf(magnitude)) return default(WideNumber);
            BigInteger unit = Powers.Of((int)drop);
            magnitude = BigInteger.DivRem(magnitude, unit, out BigInteger rest);
            int half = (rest * 2).CompareTo(unit);
            if (half > 0 || (half == 0 && (more > 0 || !magnitude.IsEven))) magnitude += 1;
            if (magnitude == Powers.Of(Digits))
            {
                magnitude /= 10;
                exponent++;
            }

            exponent += drop;
        }

        // A great exponent may be brought down while there is room for zeros.
        if (exponent > MaximumExponent)
        {
            long zeros = exponent - MaximumExponent;
            if (magnitude.IsZero || zeros > Digits || Powers.DigitsOf(magnitude) + zeros > Digits) return magnitude.IsZero ? default(WideNumber) : null;
            magnitude *= Powers.Of((int)zeros);
            exponent = MaximumExponent;
        }

        return new WideNumber((UInt128)magnitude, (int)exponent, negative && !magnitude.IsZero);
    }

    /// <summary>The same for a coefficient of at most 38 digits, without the cost of great integers.</summary>
    public static WideNumber? Rounded(UInt128 coefficient, int exponent, bool negative)
    {
        int drop = Powers.DigitsOf(coefficient) - Digits;
        if (exponent is < MinimumExponent or > MaximumExponent - 8) return Rounded(negative ? -(BigInteger)coefficient : coefficient, exponent);
        if (drop <= 0) return new WideNumber(coefficient, exponent, negative && coefficient != 0);
        UInt128 unit = Powers.SmallOf(drop);
        UInt128 kept = coefficient / unit;
        UInt128 rest = coefficient - (kept * unit);
        UInt128 half = unit / 2;
        if (rest > half || (rest == half && UInt128.IsOddInteger(kept))) kept++;
        return kept == Powers.SmallOf(Digits) ? new WideNumber(Powers.SmallOf(Digits - 1), exponent + drop + 1, negative)
            : new WideNumber(kept, exponent + drop, negative);
    }

    public BigInteger Signed => IsNegative ? -(BigInteger)Coefficient : Coefficient;

    public bool IsZero => Coefficient == 0;

    /// <summary>The power of ten of the first digit.</summary>
    public int Magnitude => Exponent + Powers.DigitsOf(Coefficient) - 1;

    public WideNumber Negated => this with { IsNegative = !IsNegative && !IsZero };

    public static WideNumber? Add(WideNumber left, WideNumber right)
    {
        if (left.IsZero) return right;
        if (right.IsZero) return left;
        if (left.Exponent < right.Exponent) (left, right) = (right, left);
        int shift = left.Exponent - right.Exponent;
        if (shift + Powers.DigitsOf(left.Coefficient) <= ShortDigits - 1)
        {
            UInt128 aligned = left.Coefficient * Powers.SmallOf(shift);
            if (left.IsNegative == right.IsNegative) return Rounded(aligned + right.Coefficient, right.Exponent, left.IsNegative);
            return aligned >= right.Coefficient ? Rounded(aligned - right.Coefficient, right.Exponent, left.IsNegative)
                : Rounded(right.Coefficient - aligned, right.Exponent, right.IsNegative);
        }

        // Beyond this the smaller one only tells on which side of the greater the sum lies.
        const int Far = (2 * Digits) + 2;
        if (shift <= Far) return Rounded((left.Signed * Powers.Of(shift)) + right.Signed, right.Exponent);
        return Rounded((left.Signed * Powers.Of(Far)) + (right.IsNegative ? -1 : 1), left.Exponent - Far);
    }

    public static WideNumber? Multiply(WideNumber left, WideNumber right) =>
        Powers.DigitsOf(left.Coefficient) + Powers.DigitsOf(right.Coefficient) <= ShortDigits
            ? Rounded(left.Coefficient * right.Coefficient, left.Exponent + right.Exponent, left.IsNegative != right.IsNegative)
            : Rounded(left.Signed * right.Signed, (long)left.Exponent + right.Exponent);

    /// <summary>The quotient; null when the divisor is zero.</summary>
    public static WideNumber? Divide(WideNumber left, WideNumber right)
    {
        if (right.IsZero) return null;
        if (left.IsZero) return left;
        int shift = Math.Max(0, Digits + 2 + Powers.DigitsOf(right.Coefficient) - Powers.DigitsOf(left.Coefficient));
        BigInteger quotient = BigInteger.DivRem(left.Signed * Powers.Of(shift), right.Signed, out BigInteger rest);
        return Rounded(quotient, (long)left.Exponent - right.Exponent - shift, rest.IsZero ? 0 : 1);
    }

    public static int Compare(WideNumber left, WideNumber right)
    {
        if (left.IsZero || right.IsZero || left.IsNegative != right.IsNegative) return left.Sign.CompareTo(right.Sign);
        int order = left.Magnitude.CompareTo(right.Magnitude);
        if (order == 0)
        {
            int shift = left.Exponent - right.Exponent;
            order = shift >= 0 ? ((BigInteger)left.Coefficient * Powers.Of(shift)).CompareTo(right.Coefficient)
                : ((BigInteger)left.Coefficient).CompareTo((BigInteger)right.Coefficient * Powers.Of(-shift));
        }

        return left.IsNegative ? -order : order;
    }

    public int Sign => IsZero ? 0 : IsNegative ? -1 : 1;

    /// <summary>The same number without trailing zeros in the coefficient.</summary>
    public WideNumber Stripped()
    {
        UInt128 coefficient = Coefficient;
        int exponent = Exponent;
        if (coefficient == 0) return default;
        while (exponent < MaximumExponent)
        {
            (UInt128 quotient, UInt128 digit) = UInt128.DivRem(coefficient, 10);
            if (digit != 0) break;
            coefficient = quotient;
            exponent++;
        }

        return new WideNumber(coefficient, exponent, IsNegative);
    }

    /// <summary>The same number as a decimal, when that holds it exactly.</summary>
    public bool TryDecimal(out decimal value)
    {
        value = 0;
        if (IsZero) return true;
        WideNumber number = this;
        if (number.Exponent is > 0 or < -28 || number.Coefficient >> 96 != 0)
        {
            number = Stripped();
            if (number.Exponent is < -28 or > 28) return false;
            if (number.Exponent > 0)
            {
                if (Powers.DigitsOf(number.Coefficient) + number.Exponent > 29) return false;
                number = new WideNumber(number.Coefficient * (UInt128)Powers.Of(number.Exponent), 0, IsNegative);
            }

            if (number.Coefficient >> 96 != 0) return false;
        }

        unchecked
        {
            ulong low = (ulong)number.Coefficient;
            value = new decimal((int)low, (int)(low >> 32), (int)(uint)(number.Coefficient >> 64), IsNegative, (byte)-number.Exponent);
        }

        return true;
    }

    /// <summary>The nearest decimal; where the number is beyond all of them, the greatest or the least.</summary>
    public decimal NearestDecimal()
    {
        if (Magnitude > 28) return IsNegative ? decimal.MinValue : decimal.MaxValue;
        if (Magnitude < -28) return 0;
        int keep = Math.Min(28, Magnitude + 29);
        int drop = Powers.DigitsOf(Coefficient) - keep;
        BigInteger rounded = drop <= 0 ? Signed : Powers.DivideHalfEven(Signed, Powers.Of(drop));
        WideNumber near = new((UInt128)BigInteger.Abs(rounded), Exponent + Math.Max(drop, 0), IsNegative);
        return near.TryDecimal(out decimal value) ? value : IsNegative ? decimal.MinValue : decimal.MaxValue;
    }

    /// <summary>Plain notation, or with an exponent where that would take more than 64 zeros.</summary>
    public override string ToString()
    {
        WideNumber number = Stripped();
        string digits = number.Coefficient.ToString(CultureInfo.InvariantCulture);
        string sign = IsNegative ? "-" : "";
        int point = digits.Length + number.Exponent;
        if (number.Exponent >= 0 && number.Exponent <= PlainLimit) return sign + digits + new string('0', number.Exponent);
        if (point > 0 && number.Exponent < 0) return $"{sign}{digits[..point]}.{digits[point..]}";
        if (point <= 0 && -point <= PlainLimit) return $"{sign}0.{new string('0', -point)}{digits}";
        string fraction = digits.Length > 1 ? $".{digits[1..]}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}{fraction}E{(point > 0 ? "+" : "")}{point - 1}");
    }
}
