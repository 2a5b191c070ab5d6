using Ninben.Connectors.Extraction.Layout;
using Ninben.Connectors.Extraction.Values;

namespace Ninben.Connectors.Extraction.Fields;

/// <summary>A label with the text to its right, or below it when nothing stands to the right.</summary>
internal static class LabelledText
{
    /// <summary>A value with its line, and whether it stands to the right (1) or below (0.7).</summary>
    public sealed record Found(TextLine Line, int Start, int Length, double Nearness)
    {
        public string Text => Line.Text.Substring(Start, Length);

        public Spot Spot => Line.SpotAt(Start, Length);
    }

    /// <summary>The first token that <paramref name="accepts"/> takes after each place where the label's words stand one after another.</summary>
    public static IEnumerable<Found> After(Reading reading, string[] label, Func<string, bool> accepts)
    {
        for (var i = 0; i < reading.Lines.Count; i++)
        {
            var line = reading.Lines[i];
            for (var at = 0; at < line.Words.Count; at++)
            {
                if (Taken(line, at, label) is not { } taken) continue;
                if (Right(line, at + taken, accepts) is { } right) yield return right;
                else if (i + 1 < reading.Lines.Count && Below(line, at, reading.Lines[i + 1], accepts) is { } below) yield return below;
            }
        }
    }

    /// <summary>How many words the label takes up here, fewer than it has when words were read as one; null when it does not stand here.</summary>
    private static int? Taken(TextLine line, int at, string[] label)
    {
        // "Date of invoice" asks for a date.
        if (at > 1 && FuzzyText.Bare(line.Words[at - 1].Text) == "OF") return null;
        for (var count = 1; count <= Math.Min(label.Length, line.Words.Count - at); count++)
        {
            if (count == label.Length ? Matches(line, at, label) : IsGlued(line, at, count, label)) return count;
        }

        return null;
    }

    private static bool IsGlued(TextLine line, int at, int count, string[] label)
    {
        var read = string.Concat(Enumerable.Range(at, count).Select(index => FuzzyText.Bare(line.Words[index].Text)));
        return label[^1] != "#" && FuzzyText.IsLike(read, string.Concat(label));
    }

    private static bool Matches(TextLine line, int at, string[] label)
    {
        for (var i = 0; i < label.Length; i++)
        {
            var text = line.Words[at + i].Text;
            if (i == label.Length - 1 && text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon) text = text[..colon];
            var bare = FuzzyText.Bare(text);
            if (label[i] == "#" ? text.Trim(':', '.') != "#" : !FuzzyText.IsLike(bare, label[i])) return false;
        }

        return true;
    }

    private static Found? Right(TextLine line, int from, Func<string, bool> accepts)
    {
        // The value may be glued to its label: "Invoice:4711".
        var last = line.Words[from - 1].Text;
        var colon = last.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0 && colon + 1 < last.Length && accepts(Trim(last[(colon + 1)..]))) return Token(line, from - 1, colon + 1, 1);
        for (var i = from; i < Math.Min(line.Words.Count, from + 3); i++)
        {
            if (accepts(Trim(line.Words[i].Text))) return Token(line, i, 0, 1);
        }

        return null;
    }

    private static Found? Below(TextLine line, int at, TextLine next, Func<string, bool> accepts)
    {
        if (next.Page != line.Page) return null;
        var (left, right) = (line.Words[at].X - 0.02, line.Words[at].X + Math.Max(line.Words[at].Width, 0.12));
        for (var i = 0; i < next.Words.Count; i++)
        {
            if (next.Words[i].X >= left && next.Words[i].X <= right && accepts(Trim(next.Words[i].Text))) return Token(next, i, 0, 0.7);
        }

        return null;
    }

    private static Found Token(TextLine line, int index, int offset, double nearness)
    {
        var start = line.StartOf(index) + offset;
        var raw = line.Words[index].Text[offset..];
        var text = Trim(raw);
        return new Found(line, start + raw.IndexOf(text, StringComparison.Ordinal), text.Length, nearness);
    }

    private static string Trim(string text) => text.Trim(':', ';', ',', '.', '(', ')', '[', ']', '"', '\'', '|', '*', '~', '‘', '’', '“', '”');
}
