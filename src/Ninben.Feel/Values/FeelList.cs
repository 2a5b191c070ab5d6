using System.Collections;

namespace Ninben.Feel.Values;

/// <summary>An immutable list of values. The array given is owned by the list from then on.</summary>
internal sealed class FeelList(FeelValue[] items) : IReadOnlyList<FeelValue>, IEquatable<FeelList>
{
    public static FeelList Empty { get; } = new([]);

    private long _weight;

    public int Count => items.Length;

    /// <summary>How many values it holds, those in its lists and contexts included.</summary>
    public long Weight => _weight > 0 ? _weight : _weight = FeelValue.WeightOf(items);

    public FeelValue this[int index] => items[index];

    public ReadOnlySpan<FeelValue> Span => items;

    public IEnumerator<FeelValue> GetEnumerator() => ((IEnumerable<FeelValue>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();

    public bool Equals(FeelList? other) => other is not null && Span.SequenceEqual(other.Span);

    public override bool Equals(object? obj) => Equals(obj as FeelList);

    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (FeelValue item in items) hash.Add(item);
        return hash.ToHashCode();
    }
}
