using System.Globalization;
using Ninben.Connectors.Extraction.Fields;
using Ninben.Connectors.Extraction.Layout;
using Ninben.Connectors.Extraction.Scoring;
using Ninben.Connectors.Extraction.Values;
using Ninben.Oversight.Proposals;

namespace Ninben.Connectors.Extraction;

/// <summary>Turns ranked candidates into fields with a confidence and reasons in plain words.</summary>
internal static class Judge
{
    private const int MostOthers = 5;
    private const double LowRead = 0.6;
    private const double CloseCall = 0.25;
    private const double Absent = 0.05;

    // Every reading may misread a letter of a name in the same way, and nothing on the page contradicts it: no name is certain.
    private const double HighestForNames = 0.85;

    // Printed twice and read the same both times is another matter.
    private const double NameSaidTwice = 0.88;
    private const double OtherDate = 0.3;
    private const double EitherDate = 0.5;

    // A card pays to the cent, cash does not: either amount may be meant.
    private const double NotRounded = 0.5;
    private const double AbsentOptional = 0.85;

    // An invoice has a net, a tax and an account; what was not found was probably not read.
    private const double AbsentUsual = 0.4;

    public static ExtractedField Total(IReadOnlyList<Reading> readings, DocumentKind kind)
    {
        var ranked = FittedModels.Total.Rank(TotalFinder.Candidates(readings));
        if (ranked.Count == 0) return Missing(FieldNames.Total);
        var best = ranked[0].Candidate;
        var trust = FittedModels.Total.TrustOf(LinearModel.TrustFeatures(ranked, TotalFinder.Evidence(best)));
        var reasons = ReasonsOf(ranked, Money);
        if (kind == DocumentKind.Receipt && TotalFinder.IsNotRounded(best))
        {
            reasons.Add(new Reason("not-rounded", $"Cash is rounded to five cents here, and {Money(best.Value)} is not."));
            trust = Math.Min(trust, NotRounded);
        }

        if (best.Features[0] == 0) reasons.Add(new Reason("no-label", $"The amount {Money(best.Value)} is not labelled as a total."));
        return Field(FieldNames.Total, ranked, new Opinion(trust, reasons), Amount);
    }

    public static ExtractedField Date(IReadOnlyList<Reading> readings, DayOrder order, DocumentKind kind)
    {
        var model = kind == DocumentKind.Invoice ? FittedModels.Date : FittedModels.ReceiptDate;
        var ranked = model.Rank(DateFinder.Candidates(readings, order));
        if (ranked.Count == 0) return Missing(FieldNames.Date);
        var best = ranked[0].Candidate;
        var trust = model.TrustOf(LinearModel.TrustFeatures(ranked, best.Features[2] + best.Features[3]));
        if (kind == DocumentKind.Invoice && readings.Count > 1 && DateFinder.IsLabelled(best) && !best.Repaired)
            trust = Math.Max(trust, 0.6 + 0.2 * best.Agreement + 0.19 * best.Spot.Confidence);
        var reasons = new List<Reason>();
        var other = ranked.Skip(1).Select(entry => entry.Candidate).FirstOrDefault(candidate => candidate.Features[1] >= 0.5
            && candidate.Features[4] == 0 && !DateFinder.IsMisread(candidate));
        if (other is not null)
        {
            reasons.Add(new Reason("two-dates", $"The document has two dates: {Iso(best.Value)} and {Iso(other.Value)}."));
            trust = Math.Min(trust, EitherDate);
        }

        AddLegibility(reasons, best);
        if (DateFinder.IsOther(best))
        {
            reasons.Add(new Reason("other-date", $"{Iso(best.Value)} is labelled as another date, and no date of the document was found."));
            trust = Math.Min(trust, OtherDate);
        }

        if (order == DayOrder.Unknown && IsAmbiguous(readings, best.Value))
        {
            reasons.Add(new Reason("ambiguous", $"{best.Spot.Text} may be read day first or month first; {Iso(best.Value)} takes the day first."));
            trust = Math.Min(trust, 0.5);
        }

        return Field(FieldNames.Date, ranked, new Opinion(trust, reasons), (value, score, spot) => new ExtractedValue(Iso(value), null, score, spot));
    }

    public static ExtractedField Vendor(IReadOnlyList<Reading> readings, DocumentKind kind)
    {
        var model = kind == DocumentKind.Invoice ? FittedModels.Letterhead : FittedModels.Vendor;
        var ranked = model.Rank(VendorFinder.Candidates(readings));
        if (ranked.Count == 0) return Missing(FieldNames.Vendor);
        var best = ranked[0].Candidate;
        var trust = Math.Min(HighestForNames, model.TrustOf(LinearModel.TrustFeatures(ranked, 0)));
        if (VendorFinder.IsSaidAgain(best)) trust = Math.Max(trust, NameSaidTwice + (1 - NameSaidTwice) * best.Spot.Confidence * ranked[0].Share);
        return Field(FieldNames.Vendor, ranked, new Opinion(trust, ReasonsOf(ranked, name => name)), Text);
    }

    public static ExtractedField Number(IReadOnlyList<Reading> readings, DocumentKind kind) =>
        Labelled(FieldNames.Number, CodeFinder.Numbers(readings), kind == DocumentKind.Invoice ? Need.Required : Need.Optional);

    public static ExtractedField Order(IReadOnlyList<Reading> readings) => Labelled(FieldNames.Order, CodeFinder.Orders(readings), Need.Optional);

    public static ExtractedField Account(IReadOnlyList<Reading> readings, DocumentKind kind)
    {
        var candidates = IbanFinder.Candidates(readings);
        if (candidates.Count == 0) return AbsentField(FieldNames.Account, kind == DocumentKind.Invoice ? AbsentUsual : AbsentOptional);
        var best = candidates[0];
        var reasons = new List<Reason>();
        var trust = best.Features[0] > 0 ? 0.93 + 0.06 * best.Agreement : best.Features[1] > 0 ? 0.7 : 0.1;
        if (best.Features[1] > 0) reasons.Add(new Reason("corrected",
            $"The number was read as {best.Spot.Text}; look-alike signs were exchanged so that the check digits hold."));
        else if (best.Features[0] == 0) reasons.Add(new Reason("check-digits",
            $"The check digits of {best.Value} do not hold: a sign was misread or the number is wrong."));
        var rival = candidates.Skip(1).FirstOrDefault(candidate => candidate.Features[0] > 0);
        if (rival is not null && best.Features[0] > 0)
        {
            reasons.Add(new Reason("ambiguous", $"The document has more than one account number: {best.Value} and {rival.Value}."));
            trust = 0.5;
        }

        return Field(FieldNames.Account, Shares(candidates), new Opinion(trust, reasons), Text);
    }

    public static ExtractedField Currency(IReadOnlyList<Reading> readings)
    {
        var candidates = CurrencyFinder.Candidates(readings);
        if (candidates.Count == 0) return new ExtractedField(FieldNames.Currency.Name, FieldNames.Currency.Label, null, Absent,
            [new Reason("missing", "No currency was found.")], []);
        var best = candidates[0];
        var reasons = new List<Reason>();
        if (best.Features[0] < 0.7) reasons.Add(new Reason("ambiguous", $"More than one currency stands on the document; {best.Value} stands most often."));
        var trust = Math.Clamp(0.35 + 0.6 * best.Features[0] + 0.04 * best.Agreement - (best.Value == "USD" && best.Spot.Text.Contains("US",
            StringComparison.Ordinal) ? 0 : 0.02), 0, 0.98);
        return Field(FieldNames.Currency, Shares(candidates), new Opinion(trust, reasons), Text);
    }

    public static (ExtractedField Net, ExtractedField Tax) Parts(IReadOnlyList<Reading> readings, ExtractedField total, DocumentKind kind)
    {
        var (whole, absent) = (total.Value?.Number, kind == DocumentKind.Invoice ? AbsentUsual : AbsentOptional);
        var net = Part(FieldNames.Net, PartFinder.Nets(readings, whole), absent);
        var tax = Part(FieldNames.Tax, PartFinder.Taxes(readings, whole), absent);
        return (net, tax);
    }

    /// <summary>Adds <c>wrong-sum</c> to a total that its net and tax do not add up to.</summary>
    public static ExtractedField WithSum(ExtractedField total, ExtractedField net, ExtractedField tax)
    {
        if (total.Value?.Number is not { } whole || net.Value?.Number is not { } first || tax.Value?.Number is not { } second) return total;
        var difference = whole - first - second;
        if (Math.Abs(difference) <= 0.05m) return total;
        var reason = new Reason("wrong-sum",
            $"Net {Money(first)} and tax {Money(second)} do not add up to {Money(whole)}; the difference is {Money(difference)}.");
        return total with { Reasons = [.. total.Reasons, reason] };
    }

    private static ExtractedField Part((string Name, string Label) field, IReadOnlyList<Scored<decimal>> candidates, double absent)
    {
        if (candidates.Count == 0) return AbsentField(field, absent);
        var best = candidates[0];
        var reasons = new List<Reason>();
        AddLegibility(reasons, best);

        // Three amounts that add up confirm one another; without that the readings must.
        var read = best.Features[0] > 0 ? 0.86 + 0.05 * best.Agreement + 0.06 * best.Spot.Confidence
            : 0.25 + 0.2 * best.Agreement + 0.12 * best.Spot.Confidence;
        var trust = Math.Clamp(read - (best.Repaired ? 0.2 : 0), 0, 0.97);
        return Field(field, Shares(candidates), new Opinion(trust, reasons), Amount);
    }

    private static ExtractedField Labelled((string Name, string Label) field, IReadOnlyList<Scored<string>> candidates, Need need)
    {
        if (candidates.Count == 0) return need == Need.Required ? Missing(field) : AbsentField(field, AbsentOptional);
        var best = candidates[0];
        var reasons = new List<Reason>();
        AddLegibility(reasons, best);
        var rival = candidates.Skip(1).FirstOrDefault(candidate => candidate.Features[0] >= best.Features[0] && candidate.Agreement >= best.Agreement);
        if (rival is not null) reasons.Add(new Reason("ambiguous", $"{field.Label} may be {best.Value} or {rival.Value}."));

        // The label decides which number is meant; whether its signs were read well is for the reader and the other readings to say.
        var label = Math.Min(1, best.Features[0] + 0.4);
        var trust = Math.Clamp(0.1 + 0.2 * label + 0.3 * best.Agreement + 0.4 * best.Spot.Confidence - (rival is null ? 0 : 0.3)
            - (best.Repaired ? 0.2 : 0), 0.02, 0.99);
        return Field(field, Shares(candidates), new Opinion(trust, reasons), Text);
    }

    private static List<Reason> ReasonsOf<T>(IReadOnlyList<(Scored<T> Candidate, double Share)> ranked, Func<T, string> show)
    {
        var reasons = new List<Reason>();
        AddLegibility(reasons, ranked[0].Candidate);
        if (ranked.Count > 1 && ranked[1].Share >= CloseCall) reasons.Add(new Reason("ambiguous", $"It may also be {show(ranked[1].Candidate.Value)}."));
        if (ranked[0].Candidate.Agreement < 0.5) reasons.Add(new Reason("readings-differ", "The page was read more than once, and the readings do not agree."));
        return reasons;
    }

    private static void AddLegibility<T>(List<Reason> reasons, Scored<T> best)
    {
        if (best.Repaired) reasons.Add(new Reason("low-read", $"'{best.Spot.Text}' was hard to read; look-alike signs were exchanged."));
        else if (best.Spot.Confidence < LowRead) reasons.Add(new Reason("low-read", $"'{best.Spot.Text}' was hard to read."));
    }

    private static ExtractedField Field<T>((string Name, string Label) field, IReadOnlyList<(Scored<T> Candidate, double Share)> ranked,
        Opinion opinion, Func<T, double, Spot, ExtractedValue> show)
    {
        var (best, share) = ranked[0];
        var others = ranked.Skip(1).Take(MostOthers).Select(entry => show(entry.Candidate.Value, entry.Share, entry.Candidate.Spot)).ToList();
        return new ExtractedField(field.Name, field.Label, show(best.Value, share, best.Spot), opinion.Trust, opinion.Reasons, others);
    }

    private static IReadOnlyList<(Scored<T> Candidate, double Share)> Shares<T>(IReadOnlyList<Scored<T>> candidates)
    {
        var weights = candidates.Select(candidate => Math.Max(0.01, candidate.Features[0] + candidate.Agreement)).ToArray();
        return [.. candidates.Select((candidate, i) => (candidate, weights[i] / weights.Sum()))];
    }

    private static ExtractedField Missing((string Name, string Label) field) =>
        new(field.Name, field.Label, null, Absent, [new Reason("missing", $"{field.Label} was not found on the document.")], []);

    // Nothing found where nothing need be: likely right, and no reason to look.
    private static ExtractedField AbsentField((string Name, string Label) field, double trust) => new(field.Name, field.Label, null, trust, [], []);

    private static bool IsAmbiguous(IReadOnlyList<Reading> readings, DateOnly value) =>
        readings.SelectMany(reading => reading.Lines).SelectMany(line => DateReader.Read(line.Text, DayOrder.Unknown)).Any(date =>
            date.Value == value && date.Swapped is not null);

    private static ExtractedValue Amount(decimal value, double score, Spot spot) => new(null, value, score, spot);

    private static ExtractedValue Text(string value, double score, Spot spot) => new(value, null, score, spot);

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Money(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    private sealed record Opinion(double Trust, List<Reason> Reasons);

    private enum Need
    {
        Required,
        Optional,
    }
}
