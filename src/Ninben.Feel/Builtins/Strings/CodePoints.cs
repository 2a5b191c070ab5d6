using System.Text;

namespace Ninben.Feel.Builtins.Strings;

/// <summary>Texts as code points: FEEL counts characters, not UTF-16 units (DMN 1.5, 10.3.2.3.2).</summary>
internal static class CodePoints
{
    public static int Count(string text)
    {
        if (!HasPairs(text)) return text.Length;
        int pairs = 0;
        for (int i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i])) pairs++;
        }

        return text.Length - pairs;
    }

    /// <summary>Whether characters beyond the basic plane may occur, which take two UTF-16 units.</summary>
    public static bool HasPairs(string text) => text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');

    public static int[] Of(string text)
    {
        int[] points = new int[Count(text)];
        int at = 0;
        for (int i = 0; i < points.Length; i++)
        {
            bool pair = at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);
            points[i] = pair ? char.ConvertToUtf32(text[at], text[at + 1]) : text[at];
            at += pair ? 2 : 1;
        }

        return points;
    }

    public static string Text(ReadOnlySpan<int> points)
    {
        StringBuilder text = new(points.Length);
        foreach (int point in points) _ = point is >= 0xD800 and <= 0xDFFF ? text.Append((char)point) : text.Append(new Rune(point).ToString());
        return text.ToString();
    }
}
