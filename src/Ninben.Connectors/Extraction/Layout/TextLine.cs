using Ninben.Connectors.Ocr;

namespace Ninben.Connectors.Extraction.Layout;

/// <summary>Words that stand side by side, from left to right.</summary>
internal sealed class TextLine
{
    private readonly int[] _starts;

    public TextLine(int page, IReadOnlyList<PageWord> words)
    {
        Page = page;
        Words = words;
        _starts = new int[words.Count];
        var at = 0;
        for (var i = 0; i < words.Count; i++)
        {
            _starts[i] = at;
            at += words[i].Text.Length + 1;
        }

        Text = string.Join(' ', words.Select(word => word.Text));
        Left = words.Min(word => word.X);
        Right = words.Max(word => word.X + word.Width);
        Top = words.Min(word => word.Y);
        Bottom = words.Max(word => word.Y + word.Height);
        Height = Middle(words.Select(word => word.Height));
        Confidence = words.Average(word => word.Confidence);
    }

    public int Page { get; }

    public IReadOnlyList<PageWord> Words { get; }

    /// <summary>The words with one space between them.</summary>
    public string Text { get; }

    public double Left { get; }

    public double Right { get; }

    public double Top { get; }

    public double Bottom { get; }

    /// <summary>Median height of the words.</summary>
    public double Height { get; }

    /// <summary>Mean confidence of the words, 0..1.</summary>
    public double Confidence { get; }

    /// <summary>The words that a stretch of <see cref="Text"/> touches.</summary>
    public IReadOnlyList<PageWord> WordsAt(int start, int length)
    {
        var found = new List<PageWord>();
        for (var i = 0; i < Words.Count; i++)
        {
            if (_starts[i] < start + length && _starts[i] + Words[i].Text.Length > start) found.Add(Words[i]);
        }

        return found;
    }

    /// <summary>Where a stretch of <see cref="Text"/> stands.</summary>
    public Spot SpotAt(int start, int length)
    {
        var words = WordsAt(start, length);
        var box = words.Count == 0 ? Words : words;
        var (left, top) = (box.Min(word => word.X), box.Min(word => word.Y));
        var (right, bottom) = (box.Max(word => word.X + word.Width), box.Max(word => word.Y + word.Height));
        return new Spot(Page, left, top, right - left, bottom - top, Text.Substring(start, length).Trim(), box.Min(word => word.Confidence));
    }

    public Spot Spot => SpotAt(0, Text.Length);

    internal static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
    }
}
