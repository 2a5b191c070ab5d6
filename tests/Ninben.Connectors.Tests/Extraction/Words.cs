using Ninben.Connectors.Ocr;

namespace Ninben.Connectors.Tests.Extraction;

/// <summary>Small pages written by hand: text on a grid of characters, as a scanner would see it.</summary>
internal static class Words
{
    private const int Columns = 60;
    private const int Rows = 60;

    /// <summary>One reading, with a confidence for every word.</summary>
    public static IReadOnlyList<PageWord> Reading(string text, double confidence)
    {
        var words = new List<PageWord>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var row = 0; row < lines.Length; row++)
        {
            for (var at = 0; at < lines[row].Length;)
            {
                var end = lines[row].IndexOf(' ', at);
                if (end < 0) end = lines[row].Length;
                if (end > at) words.Add(new PageWord(lines[row][at..end], confidence, at / (double)Columns, row / (double)Rows,
                    (end - at) / (double)Columns, 0.8 / Rows));
                at = end + 1;
            }
        }

        return words;
    }

    /// <summary>A page whose readings all say the same.</summary>
    public static DocumentText Page(string text) => Page(text, text, text);

    /// <summary>A page with three readings.</summary>
    public static DocumentText Page(string first, string second, string third) =>
        new("tesseract-5", [new TextPage(600, 800, Reading(first, 0.93), [Reading(second, 0.92), Reading(third, 0.9)])]);
}
