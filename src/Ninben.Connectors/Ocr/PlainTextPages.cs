namespace Ninben.Connectors.Ocr;

/// <summary>Lays plain text out on a page of characters, so that it is read, shown and pointed at like any other page.</summary>
internal static class PlainTextPages
{
    private const int LinesPerPage = 66;
    private const int LeastColumns = 80;
    private const int TabWidth = 4;

    public static IReadOnlyList<TextPage> Read(string text, int pageLimit)
    {
        var pages = new List<TextPage>();

        // ReplaceLineEndings would take the form feed, which ends a page, for a line end.
        foreach (var sheet in text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\f'))
        {
            var lines = sheet.Replace("\t", new string(' ', TabWidth), StringComparison.Ordinal).TrimEnd('\n').Split('\n');
            foreach (var chunk in lines.Chunk(LinesPerPage))
            {
                if (pages.Count == pageLimit) return pages;
                pages.Add(Page(chunk));
            }
        }

        return pages;
    }

    private static TextPage Page(string[] lines)
    {
        var columns = Math.Max(LeastColumns, lines.Max(line => line.Length));
        var words = new List<PageWord>();
        for (var row = 0; row < lines.Length; row++)
        {
            var line = lines[row];
            for (var at = 0; at < line.Length;)
            {
                if (line[at] == ' ')
                {
                    at++;
                    continue;
                }

                var end = line.IndexOf(' ', at);
                if (end < 0) end = line.Length;
                words.Add(new PageWord(line[at..end], 1, Share(at, columns), Share(row, LinesPerPage), Share(end - at, columns), Share(1, LinesPerPage)));
                at = end;
            }
        }

        return new TextPage(columns, LinesPerPage, words, []);
    }

    private static double Share(double part, double whole) => Math.Round(part / whole, 5);
}
