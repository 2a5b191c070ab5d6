using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Ninben.Connectors.Ocr;

/// <summary>Reads what <c>pdftotext -bbox</c> writes: pages with words and boxes in points.</summary>
internal static partial class PdfTextLayer
{
    public static IReadOnlyList<TextPage> Read(string xhtml)
    {
        var pages = new List<TextPage>();
        foreach (Match page in Page().Matches(xhtml))
        {
            var (width, height) = (Number(page.Groups["w"]), Number(page.Groups["h"]));
            if (width <= 0 || height <= 0) continue;
            var words = new List<PageWord>();
            foreach (Match word in Word().Matches(page.Groups["body"].Value))
            {
                var text = WebUtility.HtmlDecode(word.Groups["text"].Value).Trim();
                if (text.Length == 0) continue;
                var (left, top, right, bottom) = (Number(word.Groups["x0"]), Number(word.Groups["y0"]), Number(word.Groups["x1"]), Number(word.Groups["y1"]));
                words.Add(new PageWord(text, 1, Share(left, width), Share(top, height), Share(right - left, width), Share(bottom - top, height)));
            }

            pages.Add(new TextPage((int)Math.Ceiling(width), (int)Math.Ceiling(height), words, []));
        }

        return pages;
    }

    private static double Number(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);

    private static double Share(double part, double whole) => Math.Round(Math.Clamp(part / whole, 0, 1), 5);

    [GeneratedRegex("<page width=\"(?<w>[0-9.]+)\" height=\"(?<h>[0-9.]+)\">(?<body>.*?)</page>", RegexOptions.Singleline, 5000)]
    private static partial Regex Page();

    [GeneratedRegex("<word xMin=\"(?<x0>-?[0-9.]+)\" yMin=\"(?<y0>-?[0-9.]+)\" xMax=\"(?<x1>-?[0-9.]+)\" " +
        "yMax=\"(?<y1>-?[0-9.]+)\">(?<text>[^<]*)</word>", RegexOptions.None, 5000)]
    private static partial Regex Word();
}
