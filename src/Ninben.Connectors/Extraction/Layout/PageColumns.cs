namespace Ninben.Connectors.Extraction.Layout;

/// <summary>Parts of lines that stand below one another: a page often has two columns at its top.</summary>
internal static class PageColumns
{
    // Lines of a block stand at most so many line heights apart.
    private const double BlockGap = 1.3;
    private const double SharedWidth = 0.3;
    private const int LinesOfBlock = 8;

    /// <summary>The next part in the same column, or null when the block ends.</summary>
    public static TextLine? Below(IReadOnlyList<TextLine> parts, TextLine part) =>
        parts.Where(other => IsBelow(other, part)).MinBy(other => other.Top);

    /// <summary>The part before in the same column, or null when the block begins.</summary>
    public static TextLine? Above(IReadOnlyList<TextLine> parts, TextLine part) =>
        parts.Where(other => IsBelow(part, other)).MaxBy(other => other.Top);

    /// <summary>The parts that a label such as "Bill to" stands above, with the label itself.</summary>
    public static IReadOnlySet<TextLine> BelowLabel(IReadOnlyList<TextLine> parts, Func<TextLine, bool> isLabel)
    {
        var found = new HashSet<TextLine>(ReferenceEqualityComparer.Instance);
        foreach (var label in parts.Where(isLabel))
        {
            var at = label;
            for (var i = 0; i < LinesOfBlock && at is not null && found.Add(at); i++) at = Below(parts, at);
        }

        return found;
    }

    private static bool IsBelow(TextLine low, TextLine high)
    {
        if (low.Page != high.Page || ReferenceEquals(low, high)) return false;
        var (middle, other) = ((low.Top + low.Bottom) / 2, (high.Top + high.Bottom) / 2);
        if (middle <= other || low.Top - high.Bottom > BlockGap * Math.Max(low.Height, high.Height) || middle - other < 0.4 * high.Height) return false;
        var shared = Math.Min(low.Right, high.Right) - Math.Max(low.Left, high.Left);
        return shared > SharedWidth * Math.Min(low.Right - low.Left, high.Right - high.Left);
    }
}
