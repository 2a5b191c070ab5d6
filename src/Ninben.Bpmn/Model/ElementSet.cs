namespace Ninben.Bpmn.Model;

/// <summary>Elements of one file, one bit each: there may be as many sets as elements.</summary>
internal sealed class ElementSet
{
    private ulong[] _bits = [];

    public bool Contains(Element element) => element.Index >> 6 < _bits.Length && (_bits[element.Index >> 6] & (1UL << element.Index)) != 0;

    /// <summary>False when it was in the set already.</summary>
    public bool Add(Element element)
    {
        if (Contains(element)) return false;
        var at = element.Index >> 6;
        if (at >= _bits.Length) Array.Resize(ref _bits, Math.Max(at + 1, 2 * _bits.Length));
        _bits[at] |= 1UL << element.Index;
        return true;
    }

    public void AddAll(ElementSet others)
    {
        if (others._bits.Length > _bits.Length) Array.Resize(ref _bits, others._bits.Length);
        for (var at = 0; at < others._bits.Length; at++) _bits[at] |= others._bits[at];
    }
}
