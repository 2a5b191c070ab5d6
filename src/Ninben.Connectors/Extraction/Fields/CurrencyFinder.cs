using Ninben.Connectors.Extraction.Layout;
using Ninben.Connectors.Extraction.Scoring;
using Ninben.Connectors.Extraction.Values;

namespace Ninben.Connectors.Extraction.Fields;

/// <summary>Finds the currency: the sign or code that stands at most of the amounts, or alone in the text.</summary>
internal static class CurrencyFinder
{
    public static IReadOnlyList<Scored<string>> Candidates(IReadOnlyList<Reading> readings)
    {
        var found = new List<(string Code, Spot Spot, int Reading)>();
        for (var i = 0; i < readings.Count; i++)
        {
            foreach (var line in readings[i].Lines)
            {
                foreach (var amount in AmountReader.Read(line.Text))
                {
                    if (amount.Currency is { } code) found.Add((code, line.SpotAt(amount.Start, amount.Length), i));
                }

                foreach (var word in line.Words)
                {
                    if (CurrencyCodes.Find(word.Text.Trim('(', ')', ':', '.', ',')) is { } code) found.Add((code, new Spot(line.Page, word.X, word.Y,
                        word.Width, word.Height, word.Text, word.Confidence), i));
                }
            }
        }

        return [.. found.GroupBy(entry => entry.Code).Select(group =>
        {
            var best = group.MaxBy(entry => entry.Spot.Confidence);
            var agreement = group.Select(entry => entry.Reading).Distinct().Count() / (double)readings.Count;
            return new Scored<string>(group.Key, [group.Count() / (double)found.Count], best.Spot, agreement, false);
        }).OrderByDescending(candidate => candidate.Features[0])];
    }
}
