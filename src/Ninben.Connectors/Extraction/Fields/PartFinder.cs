using Ninben.Connectors.Extraction.Layout;
using Ninben.Connectors.Extraction.Scoring;

namespace Ninben.Connectors.Extraction.Fields;

/// <summary>Finds net and tax once the total is known: labelled amounts that add up to it are preferred.</summary>
internal static class PartFinder
{
    private const decimal HighestRate = 0.3m;

    /// <summary>Feature 0: adds up with the other part; 1: labelled.</summary>
    public static IReadOnlyList<Scored<decimal>> Taxes(IReadOnlyList<Reading> readings, decimal? total) =>
        Find(readings, amount => amount.Has(AmountRoles.Tax) && !amount.Has(AmountRoles.Including | AmountRoles.Before | AmountRoles.Final)
            && IsTax(amount.Value, total), total);

    /// <inheritdoc cref="Taxes"/>
    public static IReadOnlyList<Scored<decimal>> Nets(IReadOnlyList<Reading> readings, decimal? total) =>
        Find(readings, amount => amount.Has(AmountRoles.Before | AmountRoles.Sub) && !amount.Has(AmountRoles.Final | AmountRoles.Including)
            && (total is null || amount.Value <= total), total);

    private static bool IsTax(decimal value, decimal? total) => total is null ? value >= 0 : value >= 0 && value <= total * HighestRate;

    private static List<Scored<decimal>> Find(IReadOnlyList<Reading> readings, Func<LabelledAmount, bool> fits, decimal? total)
    {
        var all = readings.Select(LabelledAmount.All).ToArray();
        var present = all.SelectMany(amounts => amounts).Select(amount => amount.Value).ToHashSet();
        return [.. all.SelectMany(amounts => amounts).Where(fits).Where(amount => amount.Value >= 0).GroupBy(amount => amount.Value).Select(group =>
        {
            var best = group.OrderBy(amount => amount.Mention.Repaired).ThenByDescending(amount => amount.Spot.Confidence).First();
            var agreement = group.Select(amount => amount.Reading).Distinct().Count() / (double)readings.Count;
            var adds = total is { } whole && group.Key > 0 && present.Contains(whole - group.Key) ? 1.0 : 0;
            return new Scored<decimal>(group.Key, [adds, 1], best.Spot, agreement, group.All(amount => amount.Mention.Repaired));
        }).OrderByDescending(candidate => candidate.Features[0] * 2 + candidate.Agreement + candidate.Spot.Confidence * 0.5)];
    }
}
