using System.Globalization;
using System.Text.RegularExpressions;
using Ninben.Connectors.Extraction.Layout;
using Ninben.Connectors.Extraction.Scoring;
using Ninben.Connectors.Extraction.Values;

namespace Ninben.Connectors.Extraction.Fields;

/// <summary>Finds the date of the document: labelled, near a clock time, repeated, agreed on by the readings.</summary>
internal static partial class DateFinder
{
    public static readonly string[] FeatureNames =
        ["share of readings", "share of clean readings", "label", "clock time", "other label", "repeated", "short year", "repaired", "legible",
            "upper half", "near miss of another", "first", "label of its own", "inside a long number"];

    private static readonly string[] Labels = ["DATE", "DATED", "TARIKH", "DATUM", "RECHNUNGSDATUM", "INVOICEDATE", "ISSUED"];
    private static readonly string[] OtherLabels = ["DUE", "DELIVERY", "EXPIRY", "EXP", "VALID", "PRINTED", "PRINT", "UNTIL", "BEFORE", "ORDER",
        "FROM", "FAELLIG", "SHIP", "PERIOD", "PAY", "PAYABLE", "PAYMENT", "LATEST"];

    public static IReadOnlyList<Scored<DateOnly>> Candidates(IReadOnlyList<Reading> readings, DayOrder order)
    {
        var mentions = new List<Mention>();
        for (var reading = 0; reading < readings.Count; reading++)
        {
            var lines = readings[reading].Lines;
            for (var i = 0; i < lines.Count; i++)
            {
                foreach (var date in DateReader.Read(lines[i].Text, order)) mentions.Add(new Mention(date, reading, lines[i], i == 0 ? null : lines[i - 1]));
            }
        }

        var groups = mentions.GroupBy(mention => mention.Date.Value).ToDictionary(group => group.Key, group => group.ToList());
        var numbers = readings.SelectMany(reading => reading.Lines).SelectMany(line => LongNumber().Matches(line.Text))
            .Select(match => match.Value).ToHashSet();
        return [.. groups.Select(group => Score(group.Key, group.Value, groups, readings.Count)).Select(scored =>
            scored with { Features = [.. scored.Features, numbers.Any(number => number.Contains(Digits(scored.Value), StringComparison.Ordinal)) ? 1 : 0] })];
    }

    /// <summary>Whether a date is only ever labelled as another one than the document's: "due date" is no date of issue.</summary>
    public static bool IsOther(Scored<DateOnly> candidate) => candidate.Features[4] > 0 && candidate.Features[12] == 0;

    /// <summary>Whether a date stands after a label that says it is the document's, and no other.</summary>
    public static bool IsLabelled(Scored<DateOnly> candidate) => candidate.Features[12] > 0;

    /// <summary>Whether a date is likely a misreading of another one: a digit apart, seen no more often, and without a label of its own.</summary>
    public static bool IsMisread(Scored<DateOnly> candidate) => candidate.Features[10] > 0 && !IsLabelled(candidate);

    /// <summary>What a document says about the order of day and month: a date that can only be read one way, its currency, or words of a country.</summary>
    public static DayOrder OrderOf(IReadOnlyList<Reading> readings)
    {
        var dates = readings.SelectMany(reading => reading.Lines).SelectMany(line => DateReader.Read(line.Text, DayOrder.DayFirst).Select(date =>
            line.Text.Substring(date.Start, date.Length))).ToList();
        var dayFirst = dates.Count(text => FirstNumber(text) is > 12 and <= 31);
        var monthFirst = dates.Count(text => SecondNumber(text) is > 12 and <= 31 && FirstNumber(text) is >= 1 and <= 12 && text.All(sign =>
            !char.IsLetter(sign)));
        if (dayFirst != monthFirst) return dayFirst > monthFirst ? DayOrder.DayFirst : DayOrder.MonthFirst;
        var tokens = readings.SelectMany(reading => reading.Lines).SelectMany(line => line.Words).Select(word => FuzzyText.Bare(word.Text)).ToHashSet();
        if (tokens.Overlaps(["RM", "MYR", "GST", "SDN", "BHD", "JALAN", "JLN", "EUR", "GBP", "VAT", "MWST", "GMBH", "UST", "LTD", "SGD", "AUD",
            "CHF"])) return DayOrder.DayFirst;
        var text = string.Concat(readings.SelectMany(reading => reading.Lines).Select(line => line.Text));
        return text.Contains('€', StringComparison.Ordinal) || text.Contains('£', StringComparison.Ordinal) ? DayOrder.DayFirst : DayOrder.Unknown;
    }

    private static int FirstNumber(string text) => Number(text, 0);

    private static int SecondNumber(string text) => Number(text, 1);

    private static int Number(string text, int index)
    {
        var parts = text.Split(['/', '-', '.'], StringSplitOptions.TrimEntries);
        return parts.Length == 3 && parts[index].Length <= 2 && int.TryParse(parts[index], NumberStyles.None, CultureInfo.InvariantCulture,
            out var number) ? number : 0;
    }

    private static Scored<DateOnly> Score(DateOnly value, List<Mention> mentions, Dictionary<DateOnly, List<Mention>> all, double count)
    {
        var best = mentions.OrderBy(mention => mention.Date.Quality == DateQuality.Repaired).ThenByDescending(mention => mention.Confidence).First();
        var clean = mentions.Where(mention => mention.Date.Quality != DateQuality.Repaired).ToList();
        var readings = mentions.Select(mention => mention.Reading).Distinct().Count();
        var support = all.Where(other => other.Key != value && IsNear(other.Key, value)).Select(other => other.Value.Count).DefaultIfEmpty().Max();
        double[] features =
        [
            readings / count,
            clean.Select(mention => mention.Reading).Distinct().Count() / count,
            mentions.Any(mention => mention.IsLabelled(Labels)) ? 1 : 0,
            mentions.Any(mention => mention.HasClock) ? 1 : 0,
            mentions.Any(mention => mention.IsLabelled(OtherLabels)) ? 1 : 0,
            Math.Min(1, Math.Log2(mentions.Count / (double)readings)),
            mentions.All(mention => mention.Date.Quality == DateQuality.ShortYear) ? 1 : 0,
            clean.Count == 0 ? 1 : 0,
            best.Confidence,
            best.Line.Top < 0.5 ? 1 : 0,
            support >= mentions.Count ? 1 : 0,
            all.Values.SelectMany(others => others).All(other => other.Reading != best.Reading || other.Line.Top >= best.Line.Top) ? 1 : 0,
            mentions.Any(mention => mention.IsLabelled(Labels) && !mention.IsLabelled(OtherLabels)) ? 1 : 0,
        ];
        return new Scored<DateOnly>(value, features, best.Line.SpotAt(best.Date.Start, best.Date.Length), readings / count, clean.Count == 0);
    }

    /// <summary>One digit apart: the one is likely a misread of the other.</summary>
    private static bool IsNear(DateOnly left, DateOnly right) =>
        Digits(left).Zip(Digits(right)).Count(pair => pair.First != pair.Second) == 1;

    private static string Digits(DateOnly date) => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    // Cash registers number their receipts by day: the date stands once more in the number, with more digits around it.
    [GeneratedRegex(@"\d{9,}", RegexOptions.None, 500)]
    private static partial Regex LongNumber();

    private sealed record Mention(DateMention Date, int Reading, TextLine Line, TextLine? Above)
    {
        public double Confidence => Line.SpotAt(Date.Start, Date.Length).Confidence;

        public bool HasClock => Line.Text[(Date.Start + Date.Length)..].Contains(':', StringComparison.Ordinal);

        public bool IsLabelled(string[] labels) => Says(Line.Text[..Date.Start], labels) || (Line.Text[..Date.Start].Count(char.IsLetter) < 2
            && Above is not null && Says(Above.Text, labels));

        private static bool Says(string text, string[] labels) =>
            text.Split([' ', ':', '.', '/', '-'], StringSplitOptions.RemoveEmptyEntries).Select(FuzzyText.Bare).Any(token => token.Length >= 3
                && labels.Any(label => FuzzyText.IsLike(token, label)));
    }
}
