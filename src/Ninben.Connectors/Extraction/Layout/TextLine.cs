using System.Text;
using Ninben.Connectors.Ocr;

namespace Ninben.Connectors.Extraction.Layout;

/// <summary>Words that stand side by side, from left to right.</summary>
internal sealed class TextLine
{
    // In signs of the line. Within a sentence or a number, words stand about half a sign apart.
    private const double WideGap = 1.8;

    private readonly int[] _starts;

    public TextLine(int page, IReadOnlyList<PageWord> words)
    {
        Page = page;
        Words = words;
        _starts = new int[words.Count];
        var letter = Middle(words.Select(WidthOfSign));
        var text = new StringBuilder();
        for (var i = 0; i < words.Count; i++)
        {
            if (i > 0) text.Append(words[i].X - EndOf(words[i - 1]) > letter * WideGap ? "  " : " ");
            _starts[i] = text.Length;
            text.Append(words[i].Text);
        }

        Text = text.ToString();
        Left = words.Min(word => word.X);
        Right = words.Max(word => word.X + word.Width);
        Top = words.Min(word => word.Y);
        Bottom = words.Max(word => word.Y + word.Height);
        Height = Middle(words.Select(word => word.Height));
        Confidence = words.Average(word => word.Confidence);
    }

    public int Page { get; }

    public IReadOnlyList<PageWord> Words { get; }

    /// <summary>The words with a space between them, or two where the gap is wide: what stands in two columns is not one number.</summary>
    public string Text { get; }

    public double Left { get; }

    public double Right { get; }

    public double Top { get; }

    public double Bottom { get; }

    /// <summary>Median height of the words.</summary>
    public double Height { get; }

    /// <summary>Mean confidence of the words, 0..1.</summary>
    public double Confidence { get; }

    /// <summary>Where a word begins in <see cref="Text"/>.</summary>
    public int StartOf(int word) => _starts[word];

    /// <summary>The parts of the line that stand further apart than <paramref name="gap"/> says for two neighbours.</summary>
    public IEnumerable<TextLine> Split(Func<PageWord, PageWord, double> gap)
    {
        var start = 0;
        for (var i = 1; i <= Words.Count; i++)
        {
            if (i < Words.Count && Words[i].X - EndOf(Words[i - 1]) < gap(Words[i - 1], Words[i])) continue;
            yield return i - start == Words.Count ? this : new TextLine(Page, [.. Words.Skip(start).Take(i - start)]);
            start = i;
        }
    }

    /// <summary>Mean width of the signs of a word.</summary>
    public static double WidthOfSign(PageWord word) => word.Width / Math.Max(1, word.Text.Length);

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

    private static double EndOf(PageWord word) => word.X + word.Width;

    internal static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
    }
}
