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

    /// <summary>The number; throws <see cref="InvalidOperationException"/> on another kind.</summary>
    public decimal AsNumber() => _kind == FeelKind.Number ? Unsafe.BitCast<Bits, decimal>(_bits) : throw Wrong(FeelKind.Number);

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

    internal decimal NumberUnchecked => Unsafe.BitCast<Bits, decimal>(_bits);

    /// <summary>Days since 1970-01-01 of a date or a date and time.</summary>
    internal long Days => unchecked((long)_bits.Low);

    /// <summary>Nanoseconds of the day of a time or a date and time.</summary>
    internal long NanosecondsOfDay => unchecked((long)_bits.High);

    /// <summary>Offset or region of a time or a date and time; null when it is local.</summary>
    internal FeelZone? Zone => _reference as FeelZone;

    internal Int128 Nanoseconds => new(_bits.High, _bits.Low);

    internal long Months => unchecked((long)_bits.Low);

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

    /// <inheritdoc/>
    public bool Equals(FeelValue other)
    {
        if (_kind != other._kind) return false;
        return _kind switch
        {
            FeelKind.Null => true,
            FeelKind.Number => NumberUnchecked == other.NumberUnchecked,
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
        FeelKind.Number => NumberUnchecked.GetHashCode(),
        FeelKind.String or FeelKind.List or FeelKind.Context or FeelKind.Range => _reference!.GetHashCode(),
        _ => HashCode.Combine(_kind, _bits),
    };

    public static bool operator ==(FeelValue left, FeelValue right) => left.Equals(right);

    public static bool operator !=(FeelValue left, FeelValue right) => !left.Equals(right);

    /// <summary>The FEEL literal text of this value; reading it back gives an equal value (functions excepted).</summary>
    public override string ToString() => FeelText.Literal(this);

    private InvalidOperationException Wrong(FeelKind expected) => new($"Expected a value of kind {expected}, found {_kind}.");
}
