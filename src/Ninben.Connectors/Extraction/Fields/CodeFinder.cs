using Ninben.Connectors.Extraction.Layout;
using Ninben.Connectors.Extraction.Scoring;
using Ninben.Connectors.Extraction.Values;

namespace Ninben.Connectors.Extraction.Fields;

/// <summary>Finds numbers that stand after a label: the document's own number and the purchase order's.</summary>
internal static class CodeFinder
{
    private const char Dollar = '$';

    private static readonly (string[] Label, double Weight)[] NumberLabels =
    [
        (["INVOICE", "NO"], 1), (["INVOICE", "NUMBER"], 1), (["INVOICE", "#"], 1), (["INVOICE", "ID"], 1), (["TAX", "INVOICE", "NO"], 1), (["INV", "NO"], 0.95),
            (["RECHNUNGSNUMMER"], 1), (["RECHNUNG", "NR"], 1), (["RECHNUNGSNR"], 1),
        (["RECEIPT", "NO"], 0.9), (["RECEIPT", "NUMBER"], 0.9), (["RECEIPT", "#"], 0.9), (["BILL", "NO"], 0.85), (["DOC", "NO"], 0.85), (["DOCUMENT",
            "NO"], 0.85), (["SLIP", "NO"], 0.7), (["TRANSACTION", "NO"], 0.6),
        (["INVOICE"], 0.7), (["RECEIPT"], 0.6), (["FACTURE"], 0.7), (["REFERENCE"], 0.4), (["REF"], 0.4),
    ];

    private static readonly (string[] Label, double Weight)[] OrderLabels =
    [
        (["PURCHASE", "ORDER"], 1), (["PURCHASE", "ORDER", "NO"], 1), (["PO", "NUMBER"], 1), (["PO", "NO"], 1), (["PO", "#"], 1), (["PO"], 0.9),
            (["P.O."], 0.9), (["YOUR", "ORDER"], 0.8),
        (["ORDER", "NO"], 0.6), (["ORDER", "NUMBER"], 0.7), (["BESTELLNUMMER"], 0.9), (["BESTELLUNG"], 0.7),
    ];

    public static IReadOnlyList<Scored<string>> Numbers(IReadOnlyList<Reading> readings) => Find(readings, NumberLabels);

    public static IReadOnlyList<Scored<string>> Orders(IReadOnlyList<Reading> readings) => Find(readings, OrderLabels);

    private static List<Scored<string>> Find(IReadOnlyList<Reading> readings, (string[] Label, double Weight)[] labels)
    {
        var found = new List<(LabelledText.Found Value, double Weight, int Reading)>();
        for (var i = 0; i < readings.Count; i++)
        {
            foreach (var (label, weight) in labels)
                found.AddRange(LabelledText.After(readings[i], label, IsCode).Where(value => !IsInDate(value))
                    .Select(value => (value, weight * value.Nearness, i)));
        }

        // A reading that lost the label or the number does not speak against the others.
        var heard = found.Select(entry => entry.Reading).Distinct().Count();
        return [.. found.GroupBy(entry => Spell(entry.Value.Text).ToUpperInvariant()).Select(group =>
        {
            var best = group.OrderByDescending(entry => entry.Weight).ThenBy(entry => IsRepaired(entry.Value)).ThenByDescending(entry =>
                entry.Value.Spot.Confidence).First();
            var agreement = group.Select(entry => entry.Reading).Distinct().Count() / (double)heard;
            return new Scored<string>(Spell(best.Value.Text), [best.Weight, agreement], best.Value.Spot, agreement,
                group.All(entry => IsRepaired(entry.Value)));
        }).OrderByDescending(candidate => candidate.Features[0] + candidate.Features[1])];
    }

    // A number has digits, at least three signs, and is neither an amount nor a date.
    private static bool IsCode(string text) =>
        text.Length is >= 3 and <= 30 && text.Count(char.IsAsciiDigit) >= 2 && text.All(sign => char.IsAsciiLetterOrDigit(sign)
            || sign is '-' or '/' or '.' or '_' or '#' or Dollar)
        && (AmountReader.Read(text) is not [var amount] || amount.Length != text.Length) && DateReader.Read(text, DayOrder.DayFirst).Count == 0;

    // The year of "Aug 17, 2026" is no number of its own.
    private static bool IsInDate(LabelledText.Found value) => DateReader.Read(value.Line.Text, DayOrder.DayFirst).Any(date =>
        value.Start < date.Start + date.Length && date.Start < value.Start + value.Length);

    private static bool IsRepaired(LabelledText.Found value) => value.Text.Contains(Dollar, StringComparison.Ordinal);

    // No number is written with a currency sign: it was an S.
    private static string Spell(string text) => text.Replace(Dollar, 'S');
}
