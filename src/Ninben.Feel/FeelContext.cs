using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Ninben.Feel;

/// <summary>An immutable context: named values in the order they were added, compared by content whatever the order.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "Context is the name the standard gives it.")]
public sealed class FeelContext : IReadOnlyDictionary<string, FeelValue>, IEquatable<FeelContext>
{
    // Below this size a scan over the names is faster than hashing one.
    private const int ScanLimit = 8;

    private readonly string[] _names;
    private readonly FeelValue[] _values;
    private Dictionary<string, int>? _index;
    private long _weight;

    private FeelContext(string[] names, FeelValue[] values, Dictionary<string, int>? index)
    {
        _names = names;
        _values = values;
        _index = index;
    }

    /// <summary>The context without entries.</summary>
    public static FeelContext Empty { get; } = new([], [], null);

    /// <inheritdoc/>
    public int Count => _names.Length;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _names;

    /// <inheritdoc/>
    public IEnumerable<FeelValue> Values => _values;

    /// <summary>The entry with that name; throws <see cref="KeyNotFoundException"/> when there is none.</summary>
    public FeelValue this[string key] => TryGetValue(key, out FeelValue value) ? value : throw new KeyNotFoundException($"The context has no entry '{key}'.");

    internal ReadOnlySpan<string> Names => _names;

    internal long Weight => _weight > 0 ? _weight : _weight = FeelValue.WeightOf(_values);

    /// <summary>A builder for a new context.</summary>
    public static Builder CreateBuilder() => new();

    /// <summary>A context of the given entries; a later entry replaces an earlier one of the same name.</summary>
    public static FeelContext Of(params IEnumerable<KeyValuePair<string, FeelValue>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        Builder builder = new();
        foreach ((string name, FeelValue value) in entries) builder.Set(name, value);
        return builder.Build();
    }

    /// <summary>A copy with that entry added, or replaced in place.</summary>
    public FeelContext With(string name, FeelValue value)
    {
        ArgumentNullException.ThrowIfNull(name);
        int at = IndexOf(name);
        if (at >= 0)
        {
            FeelValue[] replaced = [.. _values];
            replaced[at] = value;
            return new FeelContext(_names, replaced, _index);
        }

        return new FeelContext([.. _names, name], [.. _values, value], null);
    }

    /// <summary>A copy with all those entries added, or replaced in place.</summary>
    public FeelContext With(FeelContext entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (Count == 0) return entries;
        if (entries.Count == 0) return this;
        if (entries.Count == 1) return With(entries._names[0], entries._values[0]);
        Builder all = new();
        for (int i = 0; i < _names.Length; i++) all.Set(_names[i], _values[i]);
        for (int i = 0; i < entries._names.Length; i++) all.Set(entries._names[i], entries._values[i]);
        return all.Build();
    }

    /// <summary>A copy without that entry; the same context when it has none.</summary>
    public FeelContext Without(string name)
    {
        int at = IndexOf(name);
        return at < 0 ? this : new FeelContext([.. _names[..at], .. _names[(at + 1)..]], [.. _values[..at], .. _values[(at + 1)..]], null);
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, out FeelValue value)
    {
        int at = IndexOf(key);
        value = at < 0 ? default : _values[at];
        return at >= 0;
    }

    /// <summary>Whether the entry at that place has that name: a guess from the last time is mostly right.</summary>
    internal bool HasAt(int index, string name)
    {
        string[] names = _names;
        return (uint)index < (uint)names.Length && string.Equals(names[index], name, StringComparison.Ordinal);
    }

    internal ref readonly FeelValue ValueAt(int index) => ref _values[index];

    internal int IndexOf(string name)
    {
        string[] names = _names;
        if (names.Length <= ScanLimit)
        {
            for (int i = 0; i < names.Length; i++)
            {
                if (string.Equals(names[i], name, StringComparison.Ordinal)) return i;
            }

            return -1;
        }

        return (_index ??= BuildIndex(names)).TryGetValue(name, out int at) ? at : -1;
    }

    /// <inheritdoc/>
    public bool Equals(FeelContext? other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (other is null || other.Count != Count) return false;
        for (int i = 0; i < _names.Length; i++)
        {
            if (!other.TryGetValue(_names[i], out FeelValue value) || !value.Equals(_values[i])) return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FeelContext);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // Order does not count in equality, so the entries' hashes are combined by exclusive or.
        int hash = Count;
        for (int i = 0; i < _names.Length; i++) hash ^= HashCode.Combine(_names[i], _values[i]);
        return hash;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, FeelValue>> GetEnumerator()
    {
        for (int i = 0; i < _names.Length; i++) yield return new(_names[i], _values[i]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The FEEL literal text of this context.</summary>
    public override string ToString() => FeelValue.From(this).ToString();

    internal static FeelContext FromShape(string[] names, FeelValue[] values) => new(names, values, null);

    private static Dictionary<string, int> BuildIndex(string[] names)
    {
        Dictionary<string, int> index = new(names.Length, StringComparer.Ordinal);
        for (int i = 0; i < names.Length; i++) index[names[i]] = i;
        return index;
    }

    /// <summary>Collects entries for a context; not for use by several threads.</summary>
    [SuppressMessage("Design", "CA1034", Justification = "A builder belongs to what it builds, as in System.Collections.Immutable.")]
    public sealed class Builder
    {
        private string[] _names = new string[4];
        private FeelValue[] _values = new FeelValue[4];
        private Dictionary<string, int>? _index;

        /// <summary>How many entries there are so far.</summary>
        public int Count { get; private set; }

        /// <summary>Adds the entry, or replaces it in place.</summary>
        public Builder Set(string name, FeelValue value)
        {
            ArgumentNullException.ThrowIfNull(name);
            int at = IndexOf(name);
            if (at >= 0)
            {
                _values[at] = value;
                return this;
            }

            if (Count == _names.Length)
            {
                Array.Resize(ref _names, Count * 2);
                Array.Resize(ref _values, Count * 2);
            }

            (_names[Count], _values[Count]) = (name, value);
            _index?.Add(name, Count);
            Count++;
            return this;
        }

        /// <summary>Whether an entry of that name was set.</summary>
        public bool Contains(string name) => IndexOf(name) >= 0;

        /// <summary>The context of all entries set so far.</summary>
        public FeelContext Build() => Count == 0 ? Empty : new FeelContext(_names[..Count], _values[..Count], null);

        private int IndexOf(string name)
        {
            if (Count > ScanLimit) return (_index ??= BuildIndex(_names[..Count])).TryGetValue(name, out int found) ? found : -1;
            for (int i = 0; i < Count; i++)
            {
                if (string.Equals(_names[i], name, StringComparison.Ordinal)) return i;
            }

            return -1;
        }
    }
}
