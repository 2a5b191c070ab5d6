using Ninben.Connectors.Extraction.Layout;
using Ninben.Connectors.Extraction.Scoring;
using Ninben.Connectors.Extraction.Values;

namespace Ninben.Connectors.Extraction.Fields;

/// <summary>
/// Finds what is to be paid. Every amount is a candidate; labels, sums that come out, repetition and agreement between readings speak for
/// it, labels of other things (cash, change, tax, rounding, counts) speak against it.
/// </summary>
internal static class TotalFinder
{
    public static readonly string[] FeatureNames =
    [
        "total label", "final label", "share of readings with a total label", "share of readings", "only subtotal", "only paid", "only change",
            "only other label",
        "largest", "cash less change", "parts add up", "items add up", "repeated", "large print", "above paid", "repaired", "legible",
            "zero or negative", "no label", "last total", "label above",
        "in tax summary", "larger total exists", "not rounded",
    ];

    public static IReadOnlyList<Scored<decimal>> Candidates(IReadOnlyList<Reading> readings)
    {
        var all = readings.Select(LabelledAmount.All).ToArray();
        var sums = all.Select(amounts => new AmountSums(amounts)).ToArray();
        var rounds = RoundsCash(readings, all);
        return [.. all.SelectMany(amounts => amounts).GroupBy(amount => amount.Value).Where(group => group.Key >= 0).Select(group =>
            Score(new Group(group.Key, [.. group], rounds), readings, sums))];
    }

    /// <summary>Sums that confirm a total: how many different ones come out, 0..3.</summary>
    public static int Evidence(Scored<decimal> candidate) =>
        (candidate.Features[9] > 0 ? 1 : 0) + (candidate.Features[10] > 0 ? 1 : 0) + (candidate.Features[11] > 0
            ? 1 : 0) - (candidate.Features[23] > 0 ? 1 : 0);

    /// <summary>Whether an amount ends in cents that nobody can pay in cash where the document comes from.</summary>
    public static bool IsNotRounded(Scored<decimal> candidate) => candidate.Features[23] > 0;

    // Where the smallest coin is five cents, what is paid in cash is rounded to it: the document says so, or its currency does.
    private static bool RoundsCash(IReadOnlyList<Reading> readings, IReadOnlyList<LabelledAmount>[] all) =>
        all.Any(amounts => amounts.Any(amount => amount.Has(AmountRoles.Rounding) || amount.Mention.Currency is "MYR" or "CHF"))
        || readings.Any(reading => reading.Lines.Any(line => line.Words.Any(word =>
            FuzzyText.Bare(word.Text) is "RM" or "MYR" or "CHF" or "BHD" or "JALAN" or "ROUNDING")));

    private static Scored<decimal> Score(Group group, IReadOnlyList<Reading> readings, AmountSums[] sums)
    {
        var (value, mentions, rounds) = group;
        double count = readings.Count;
        var totals = mentions.Where(mention => mention.IsTotal).ToList();
        var labelled = mentions.Where(mention => mention.Roles != AmountRoles.None).ToList();
        var best = (totals.Count > 0 ? totals : mentions).OrderBy(mention => mention.Mention.Repaired).ThenByDescending(mention =>
            mention.Spot.Confidence).First();
        var only = totals.Count == 0;
        double[] features =
        [
            only ? 0 : 1,
            totals.Any(mention => mention.Has(AmountRoles.Final) || mention.Has(AmountRoles.Rounding)) ? 1 : 0,
            totals.Select(mention => mention.Reading).Distinct().Count() / count,
            mentions.Select(mention => mention.Reading).Distinct().Count() / count,
            only && labelled.Any(mention => mention.Has(AmountRoles.Sub | AmountRoles.Before)) ? 1 : 0,
            only && labelled.Any(mention => mention.Has(AmountRoles.Paid)) ? 1 : 0,
            only && labelled.Any(mention => mention.Has(AmountRoles.Change)) ? 1 : 0,
            only && labelled.Any(mention => mention.Has(AmountRoles.Tax | AmountRoles.Discount | AmountRoles.Count | AmountRoles.Rounding)) ? 1 : 0,
            sums.Count(sum => sum.Largest == value) / count,
            sums.Count(sum => sum.IsCashLessChange(value)) / count,
            sums.Count(sum => sum.PartsAddUp(value)) / count,
            sums.Count(sum => sum.ItemsAddUp(value)) / count,
            Math.Min(1, Math.Log2(mentions.Count / (double)mentions.Select(mention => mention.Reading).Distinct().Count()) / 2),
            mentions.Any(mention => mention.Spot.Height > readings[mention.Reading].Height * 1.25) ? 1 : 0,
            sums.Count(sum => sum.IsAbovePaid(value)) / count,
            mentions.All(mention => mention.Mention.Repaired) ? 1 : 0,
            best.Spot.Confidence,
            value <= 0 ? 1 : 0,
            labelled.Count == 0 ? 1 : 0,
            sums.Count(sum => sum.LastTotal == value) / count,
            !only && totals.All(mention => mention.Place == LabelPlace.Above) ? 1 : 0,
            sums.Count(sum => sum.IsInTaxSummary(value)) / count,
            sums.Count(sum => sum.LargestTotal > value) / count,
            rounds && value % 0.05m != 0 ? 1 : 0,
        ];
        return new Scored<decimal>(value, features, best.Spot, Math.Max(features[2], 0.7 * features[3]), features[15] > 0);
    }

    private sealed record Group(decimal Value, List<LabelledAmount> Mentions, bool Rounds);
}
