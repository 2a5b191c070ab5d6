using System.Globalization;

namespace Ninben.Connectors.Ocr;

/// <summary>Reads Tesseract's TSV: rows of level 5 are words with left, top, width, height and confidence 0..100.</summary>
internal static class TesseractTsv
{
    private const string WordLevel = "5";

    public static List<PageWord> Read(string tsv, int width, int height)
    {
        var words = new List<PageWord>();
        foreach (var line in tsv.Split('\n'))
        {
            var columns = line.TrimEnd('\r').Split('\t', 12);
            if (columns.Length < 12 || columns[0] != WordLevel) continue;
            var text = columns[11].Trim();
            if (text.Length == 0 || !Number(columns[10], out var confidence) || confidence < 0) continue;
            if (!Number(columns[6], out var left) || !Number(columns[7], out var top)) continue;
            if (!Number(columns[8], out var wide) || !Number(columns[9], out var high)) continue;
            words.Add(new PageWord(text, Round(Math.Min(1, confidence / 100)), Round(left / width), Round(top / height), Round(wide / width),
                Round(high / height)));
        }

        return words;
    }

    private static bool Number(string text, out double number) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private static double Round(double value) => Math.Round(value, 5);
}
