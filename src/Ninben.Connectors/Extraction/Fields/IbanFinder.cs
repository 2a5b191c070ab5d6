using System.Text.RegularExpressions;
using Ninben.Connectors.Extraction.Layout;
using Ninben.Connectors.Extraction.Scoring;
using Ninben.Connectors.Extraction.Values;

namespace Ninben.Connectors.Extraction.Fields;

/// <summary>Finds account numbers. Feature 0: check digits hold as read; 1: they hold after a repair; 2: labelled.</summary>
internal static partial class IbanFinder
{
    public static IReadOnlyList<Scored<string>> Candidates(IReadOnlyList<Reading> readings)
    {
        var found = new List<(string Value, double[] Features, Spot Spot, int Reading)>();
        for (var i = 0; i < readings.Count; i++)
        {
            foreach (var line in readings[i].Lines)
            {
                foreach (Match match in Shape().Matches(line.Text))
                {
                    if (Judge(line, match) is { } judged) found.Add((judged.Value, judged.Features, judged.Spot, i));
                }
            }
        }

        return [.. found.GroupBy(entry => entry.Value).Select(group =>
        {
            var best = group.OrderByDescending(entry => entry.Features[0]).ThenByDescending(entry => entry.Spot.Confidence).First();
            var agreement = group.Select(entry => entry.Reading).Distinct().Count() / (double)readings.Count;
            return new Scored<string>(best.Value, best.Features, best.Spot, agreement, best.Features[0] == 0);
        }).OrderByDescending(candidate => candidate.Features[0] * 2 + candidate.Features[1] + candidate.Features[2] * 0.5 + candidate.Agreement * 0.3)];
    }

    private static (string Value, double[] Features, Spot Spot)? Judge(TextLine line, Match match)
    {
        var labelled = line.Text[..match.Index].Contains("IBAN", StringComparison.OrdinalIgnoreCase) ? 1.0 : 0;
        var bare = FuzzyText.Bare(match.Value);

        // Words after the number may have been taken in: the country tells the length.
        if (Iban.LengthOf(bare[..2]) is { } length && bare.Length > length) bare = bare[..length];
        var taken = Taken(match.Value, bare.Length);
        var spot = line.SpotAt(match.Index, taken);
        if (Iban.IsValid(bare)) return (bare, [1, 0, labelled], spot);
        if (Iban.Repair(bare) is { } repaired) return (repaired, [0, 1, labelled], spot);
        var plausible = labelled > 0 || (Iban.LengthOf(bare[..2]) == bare.Length && bare.Count(char.IsAsciiDigit) >= bare.Length / 2);
        return plausible ? (bare, [0, 0, labelled], spot) : null;
    }

    private static int Taken(string text, int signs)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsLetterOrDigit(text[i]) && --signs == 0) return i + 1;
        }

        return text.Length;
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9])[A-Z]{2}\s?[\dOIlSBZ]{2}(?:[ ]?[A-Z\dl]){11,30}(?![A-Za-z0-9])", RegexOptions.None, 500)]
    private static partial Regex Shape();
}
