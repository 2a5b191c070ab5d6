using System.Diagnostics;
using System.Runtime.CompilerServices;
using Ninben.Feel.Values;

namespace Ninben.Feel;

/// <summary>
/// A FEEL value: a kind, sixteen bytes and a reference, so that numbers, booleans, dates and durations live without a heap object.
/// <c>default</c> is null. Equality is structural and total: values of different kinds differ, null equals null.
/// </summary>
public readonly struct FeelValue : IEquatable<FeelValue>
{
    // Marks a number that a decimal cannot hold; its sixteen bytes are then sign, exponent and 113 bits of coefficient.
    private static readonly object WideMark = new();

    private readonly object? _reference;
    private readonly Bits _bits;
    private readonly FeelKind _kind;

    private readonly record struct Bits(ulong Low, ulong High);

    private FeelValue(FeelKind kind, object? reference, Bits bits)
    {
        _kind = kind;
        _reference = reference;
        _bits = bits;
    }

    private FeelValue(decimal number)
    {
        _kind = FeelKind.Number;
        _bits = Unsafe.BitCast<decimal, Bits>(number);
    }

    private FeelValue(ulong count)
    {
        _kind = FeelKind.Number;
        _bits = new Bits(0, count);
    }

    /// <summary>The value null.</summary>
    public static FeelValue Null => default;

    /// <summary>The value true.</summary>
    public static FeelValue True => new(FeelKind.Boolean, null, new Bits(1, 0));

    /// <summary>The value false.</summary>
    public static FeelValue False => new(FeelKind.Boolean, null, default);

    /// <summary>Which kind of value this is.</summary>
    public FeelKind Kind => _kind;

    /// <summary>Whether this is null.</summary>
    public bool IsNull => _kind == FeelKind.Null;

    internal bool IsNumber => _kind == FeelKind.Number;

    internal bool IsTrue => _kind == FeelKind.Boolean && _bits.Low == 1;

    internal bool IsFalse => _kind == FeelKind.Boolean && _bits.Low == 0;

    /// <summary>A boolean.</summary>
    public static FeelValue From(bool value) => value ? True : False;

    /// <summary>A number.</summary>
    public static FeelValue From(decimal value) => new(value);

    /// <summary>A string; a null reference becomes null.</summary>
    public static FeelValue From(string? value) => value is null ? default : new(FeelKind.String, value, default);

    /// <summary>A context; a null reference becomes null.</summary>
    public static FeelValue From(FeelContext? value) => value is null ? default : new(FeelKind.Context, value, default);

    /// <summary>A list holding the given items; the items are copied, so later changes do not show.</summary>
    public static FeelValue FromList(IReadOnlyList<FeelValue> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items is FeelList list ? FromList(list) : FromList(new FeelList([.. items]));
    }

    /// <summary>A list holding the given items.</summary>
    public static FeelValue ListOf(params ReadOnlySpan<FeelValue> items) => FromList(new FeelList(items.ToArray()));

    /// <summary>A date.</summary>
    public static FeelValue FromDate(DateOnly value) => FromDays(Calendar.DayNumber(value.Year, value.Month, value.Day));

    /// <summary>A date and time with the offset of <paramref name="value"/>, exact to 100 ns.</summary>
    public static FeelValue FromInstant(DateTimeOffset value) => FromDateTime(
        Calendar.DayNumber(value.Year, value.Month, value.Day), value.TimeOfDay.Ticks * 100, FeelZone.OfOffset((int)value.Offset.TotalSeconds));

    /// <summary>A days and time duration, exact to 100 ns.</summary>
    public static FeelValue FromDuration(TimeSpan value) => FromNanoseconds((Int128)value.Ticks * 100);

    /// <summary>The boolean; throws <see cref="InvalidOperationException"/> on another kind.</summary>
    public bool AsBoolean() => _kind == FeelKind.Boolean ? _bits.Low == 1 : throw Wrong(FeelKind.Boolean);

    /// <summary>
    /// The number as the nearest decimal; throws <see cref="InvalidOperationException"/> on another kind. FEEL numbers have 34 digits and go up to
    /// 10^6145 (DMN 1.5, 10.3.2.3.1): further digits are rounded here, and beyond 7.9e28 it is the greatest or the least decimal.
    /// <see cref="ToString"/> and JSON keep all digits.
    /// </summary>
    public decimal AsNumber() => _kind != FeelKind.Number ? throw Wrong(FeelKind.Number) : IsDecimal ? DecimalUnchecked : Wide.NearestDecimal();

    /// <summary>The string; throws <see cref="InvalidOperationException"/> on another kind.</summary>
    public string AsString() => _kind == FeelKind.String ? (string)_reference! : throw Wrong(FeelKind.String);

    /// <summary>The items of the list; throws <see cref="InvalidOperationException"/> on another kind.</summary>
    public IReadOnlyList<FeelValue> AsList() => List;

    /// <summary>The context; throws <see cref="InvalidOperationException"/> on another kind.</summary>
    public FeelContext AsContext() => _kind == FeelKind.Context ? (FeelContext)_reference! : throw Wrong(FeelKind.Context);

    /// <summary>The entry of this context with that name; null for anything else.</summary>
    public FeelValue this[string name] => _kind == FeelKind.Context && ((FeelContext)_reference!).TryGetValue(name, out FeelValue value) ? value : default;

    internal FeelList List => _kind == FeelKind.List ? (FeelList)_reference! : throw Wrong(FeelKind.List);

    internal FeelRange Range => _kind == FeelKind.Range ? (FeelRange)_reference! : throw Wrong(FeelKind.Range);

    internal FeelFunction Function => _kind == FeelKind.Function ? (FeelFunction)_reference! : throw Wrong(FeelKind.Function);

    /// <summary>Whether this number is held as a decimal; only for numbers.</summary>
    internal bool IsDecimal => _reference is null;

    internal decimal DecimalUnchecked => Unsafe.BitCast<Bits, decimal>(_bits);

    // The parts of a decimal lie as flags, upper 32 bits of the coefficient, lower 64 bits.
    internal uint DecimalHigh => (uint)(_bits.Low >> 32);

    internal ulong DecimalLow => _bits.High;

    /// <summary>Whether this is a whole number from 0 to 2^64 without decimal places, the most frequent kind of number.</summary>
    internal bool IsCount => _bits.Low == 0 && _reference is null && _kind == FeelKind.Number;

    internal ulong CountUnchecked => _bits.High;

    /// <summary>Any number with its 34 digits.</summary>
    internal WideNumber Wide => IsDecimal ? WideNumber.Of(DecimalUnchecked)
        : new WideNumber(new UInt128(_bits.High & WideCoefficient, _bits.Low), (int)((_bits.High >> 49) & 0x3FFF) + WideNumber.MinimumExponent,
            _bits.High >> 63 == 1);

    private const ulong WideCoefficient = (1UL << 49) - 1;

    /// <summary>Days since 1970-01-01 of a date or a date and time.</summary>
    internal long Days => unchecked((long)_bits.Low);

    /// <summary>Nanoseconds of the day of a time or a date and time.</summary>
    internal long NanosecondsOfDay => unchecked((long)_bits.High);

    /// <summary>Offset or region of a time or a date and time; null when it is local.</summary>
    internal FeelZone? Zone => _reference as FeelZone;

    internal Int128 Nanoseconds => new(_bits.High, _bits.Low);

    internal long Months => unchecked((long)_bits.Low);

    internal static FeelValue FromCount(ulong count) => new(count);

    internal static FeelValue From(WideNumber number)
    {
        if (number.TryDecimal(out decimal value)) return new FeelValue(value);
        number = number.Stripped();
        ulong head = (number.IsNegative ? 1UL << 63 : 0) | ((ulong)(number.Exponent - WideNumber.MinimumExponent) << 49) | (ulong)(number.Coefficient >> 64);
        return new FeelValue(FeelKind.Number, WideMark, new Bits((ulong)(number.Coefficient & ulong.MaxValue), head));
    }

    internal static FeelValue FromList(FeelList list) => new(FeelKind.List, list, default);

    internal static FeelValue FromRange(FeelRange range) => new(FeelKind.Range, range, default);

    internal static FeelValue FromFunction(FeelFunction function) => new(FeelKind.Function, function, default);

    internal static FeelValue FromDays(long days) => new(FeelKind.Date, null, new Bits(unchecked((ulong)days), 0));

    internal static FeelValue FromTime(long nanoseconds, FeelZone? zone) => new(FeelKind.Time, zone, new Bits(0, unchecked((ulong)nanoseconds)));

    internal static FeelValue FromDateTime(long days, long nanoseconds, FeelZone? zone) =>
        new(FeelKind.DateTime, zone, new Bits(unchecked((ulong)days), unchecked((ulong)nanoseconds)));

    internal static FeelValue FromNanoseconds(Int128 nanoseconds) =>
        new(FeelKind.DaysAndTimeDuration, null, new Bits(unchecked((ulong)nanoseconds), unchecked((ulong)(nanoseconds >> 64))));

    internal static FeelValue FromMonths(long months) => new(FeelKind.YearsAndMonthsDuration, null, new Bits(unchecked((ulong)months), 0));

    /// <summary>How many values it holds with those inside of it, and texts as one for each 128 characters; shared ones count each time.</summary>
    internal long Weight => _kind switch
    {
        FeelKind.String => 1 + (((string)_reference!).Length / 128),
        FeelKind.List => ((FeelList)_reference!).Weight,
        FeelKind.Context => ((FeelContext)_reference!).Weight,
        _ => 1,
    };

    internal static long WeightOf(ReadOnlySpan<FeelValue> values)
    {
        long weight = 1;
        foreach (ref readonly FeelValue value in values) weight = Math.Min(weight + value.Weight, MostWeight);
        return weight;
    }

    // Lists that hold one list several times, and so on, double at each level.
    private const long MostWeight = 1L << 50;

    /// <inheritdoc/>
    public bool Equals(FeelValue other) => Equals(in other);

    internal bool Equals(in FeelValue other)
    {
        if (_kind != other._kind) return false;
        return _kind switch
        {
            FeelKind.Null => true,
            FeelKind.Number => IsDecimal && other.IsDecimal ? _bits == other._bits || DecimalUnchecked == other.DecimalUnchecked
                : _reference == other._reference && _bits == other._bits,
            FeelKind.String => string.Equals((string)_reference!, (string)other._reference!, StringComparison.Ordinal),
            FeelKind.List or FeelKind.Context or FeelKind.Range => _reference!.Equals(other._reference),
            FeelKind.Function => ReferenceEquals(_reference, other._reference),
            FeelKind.Boolean or FeelKind.Date or FeelKind.Time or FeelKind.DateTime or FeelKind.DaysAndTimeDuration
                or FeelKind.YearsAndMonthsDuration => _bits == other._bits && Equals(_reference, other._reference),
            _ => throw new UnreachableException(_kind.ToString()),
        };
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FeelValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _kind switch
    {
        FeelKind.Number => IsDecimal ? DecimalUnchecked.GetHashCode() : _bits.GetHashCode(),
        FeelKind.String or FeelKind.List or FeelKind.Context or FeelKind.Range => _reference!.GetHashCode(),
        _ => HashCode.Combine(_kind, _bits),
    };

    public static bool operator ==(FeelValue left, FeelValue right) => left.Equals(right);

    public static bool operator !=(FeelValue left, FeelValue right) => !left.Equals(right);

    /// <summary>The FEEL literal text of this value; reading it back gives an equal value (functions excepted).</summary>
    public override string ToString() => FeelText.Literal(this);

    private InvalidOperationException Wrong(FeelKind expected) => new($"Expected a value of kind {expected}, found {_kind}.");
}
