using System.Globalization;

namespace Ninben.Oversight.Subjects;

/// <summary>
/// Names a review, job, action, timer or incident: the case and a number that is never used twice within it, written
/// <c>{case}-{number}</c>. The case is readable from the id, so no index is needed to find the stream of an item.
/// </summary>
public readonly record struct ItemId(CaseId Case, int Number)
{
    /// <summary>Reads <c>{32 hex digits}-{number}</c>; false for anything else.</summary>
    public static bool TryParse(string? text, out ItemId id)
    {
        id = default;
        if (text is not { Length: > 33 and < 44 } || text[32] != '-') return false;
        for (var i = 0; i < 32; i++)
            if (text[i] is not ((>= '0' and <= '9') or (>= 'a' and <= 'f'))) return false;
        if (!int.TryParse(text.AsSpan(33), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        id = new ItemId(new CaseId(text[..32]), number);
        return true;
    }

    /// <summary>The text form.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Case.Value}-{Number}");
}
