using Ninben.Connectors.Ocr;

namespace Ninben.Connectors.Extraction.Layout;

/// <summary>One reading of a whole document as lines from top to bottom, page after page.</summary>
internal sealed class Reading
{
    private const double LowestConfidence = 0.05;
    private const double TallestWord = 4;

    // Neighbours stand at most this many word heights apart; lines that tell the slope span this share of the page, and there are so many of them.
    private const double NearWords = 3;
    private const double LongLine = 0.12;
    private const int LeastLines = 4;

    private Reading(IReadOnlyList<TextLine> lines)
    {
        Lines = lines;
        Height = TextLine.Middle(lines.SelectMany(line => line.Words).Select(word => word.Height));
    }

    public IReadOnlyList<TextLine> Lines { get; }

    /// <summary>Median height of a word as a fraction of the page.</summary>
    public double Height { get; }

    /// <summary>Every reading that the document has, the main one first. Pages without a further reading repeat their main one.</summary>
    public static IReadOnlyList<Reading> All(DocumentText document)
    {
        var count = 1 + (document.Pages.Count == 0 ? 0 : document.Pages.Max(page => page.OtherReadings.Count));
        return [.. Enumerable.Range(0, count).Select(index => Of(document, index))];
    }

    private static Reading Of(DocumentText document, int index)
    {
        var lines = new List<TextLine>();
        for (var page = 0; page < document.Pages.Count; page++)
        {
            var others = document.Pages[page].OtherReadings;
            var words = index == 0 || index > others.Count ? document.Pages[page].Words : others[index - 1];
            lines.AddRange(LinesOf(page + 1, words));
        }

        return new Reading(lines);
    }

    private static IEnumerable<TextLine> LinesOf(int page, IReadOnlyList<PageWord> words)
    {
        var usual = TextLine.Middle(words.Select(word => word.Height));
        var text = words.Where(word => IsText(word, usual)).OrderBy(word => word.X).ToList();

        // On a turned page a line climbs or falls by more than its height from one column to the next: the slope is measured on neighbours first.
        var slope = SlopeOf(Chains(text, 0, usual * NearWords));
        return Chains(text, slope, double.MaxValue).Select(line => new TextLine(page, line)).OrderBy(line => line.Words.Average(word =>
            MiddleOf(word) - slope * word.X));
    }

    // From left to right each word joins the line whose rightmost word lies most level with it.
    private static List<List<PageWord>> Chains(List<PageWord> words, double slope, double farthest)
    {
        var open = new List<List<PageWord>>();
        foreach (var word in words)
        {
            var best = open.Where(line => word.X - (line[^1].X + line[^1].Width) < farthest).Select(line => (Line: line, Level: Level(line[^1], word,
                slope))).Where(found => found.Level > 0.5).OrderByDescending(found => found.Level).FirstOrDefault();
            if (best.Line is null) open.Add([word]);
            else best.Line.Add(word);
        }

        return open;
    }

    /// <summary>How much lines fall (in page heights) over the width of the page; 0 when too few long lines tell.</summary>
    private static double SlopeOf(List<List<PageWord>> chains)
    {
        var slopes = chains.Where(chain => chain.Count >= 3 && chain[^1].X - chain[0].X > LongLine)
            .Select(chain => (MiddleOf(chain[^1]) - MiddleOf(chain[0])) / (chain[^1].X - chain[0].X)).ToList();
        return slopes.Count < LeastLines ? 0 : TextLine.Middle(slopes);
    }

    private static double MiddleOf(PageWord word) => word.Y + word.Height / 2;

    private static bool IsText(PageWord word, double usual) =>
        word.Confidence >= LowestConfidence && word.Height <= usual * TallestWord && word.Text.Any(sign => !char.IsWhiteSpace(sign)
            && sign is not ('|' or '_' or '~'));

    private static double Level(PageWord left, PageWord right, double slope)
    {
        var fall = slope * (right.X + right.Width / 2 - left.X - left.Width / 2);
        var shared = Math.Min(left.Y + left.Height, right.Y + right.Height - fall) - Math.Max(left.Y, right.Y - fall);
        return shared / Math.Min(left.Height, right.Height);
    }
}
