using Ninben.Connectors.Ocr;

namespace Ninben.Connectors.Extraction.Layout;

/// <summary>One reading of a whole document as lines from top to bottom, page after page.</summary>
internal sealed class Reading
{
    private const double LowestConfidence = 0.05;
    private const double TallestWord = 4;

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
        var open = new List<List<PageWord>>();

        // From left to right each word joins the line whose rightmost word lies most level with it: a slightly turned page stays in lines.
        foreach (var word in words.Where(word => IsText(word, usual)).OrderBy(word => word.X))
        {
            var best = open.Select(line => (Line: line, Level: Level(line[^1], word))).Where(found => found.Level > 0.5)
                .OrderByDescending(found => found.Level).FirstOrDefault();
            if (best.Line is null) open.Add([word]);
            else best.Line.Add(word);
        }

        return open.Select(line => new TextLine(page, line)).OrderBy(line => line.Words.Average(word => word.Y + word.Height / 2));
    }

    private static bool IsText(PageWord word, double usual) =>
        word.Confidence >= LowestConfidence && word.Height <= usual * TallestWord && word.Text.Any(sign => !char.IsWhiteSpace(sign)
            && sign is not ('|' or '_' or '~'));

    private static double Level(PageWord left, PageWord right)
    {
        var shared = Math.Min(left.Y + left.Height, right.Y + right.Height) - Math.Max(left.Y, right.Y);
        return shared / Math.Min(left.Height, right.Height);
    }
}
