using Ninben.Connectors.Extraction.Fields;
using Ninben.Connectors.Extraction.Layout;
using Ninben.Connectors.Extraction.Values;
using Ninben.Connectors.Ocr;
using Ninben.Oversight.Proposals;

namespace Ninben.Connectors.Extraction;

/// <summary>
/// Reads the fields of an invoice or receipt from its words and their places. Pure: the same words give the same answer.
/// </summary>
public static class DocumentExtraction
{
    /// <summary>Counts up with every change that may change answers.</summary>
    public const string Version = "2";

    private const int LeastWords = 8;
    private const double LeastConfidence = 0.35;
    private const double SettledFrom = 0.9;

    /// <summary>Reads every field. A page that cannot be read gives fields without values, zero confidence and the reason <c>unreadable</c>.</summary>
    public static ExtractionResult Read(DocumentText document, DocumentKind kind)
    {
        var readings = Reading.All(document);
        var actual = kind == DocumentKind.Auto ? KindOf(readings) : kind;
        if (Unreadable(readings) is { } reason) return new ExtractionResult(actual, [.. FieldNames.All.Select(name => Empty(name, reason))], [reason]);

        var order = DateFinder.OrderOf(readings);
        var total = Judge.Total(readings, actual);
        var (net, tax) = Judge.Parts(readings, total, actual);
        ExtractedField[] fields =
        [
            Judge.Vendor(readings, actual), Judge.Date(readings, order, actual), Judge.Number(readings, actual), Judge.Order(readings),
            Judge.Account(readings, actual),
                Judge.Currency(readings), net, tax, Judge.WithSum(total, net, tax),
        ];
        return new ExtractionResult(actual, fields, []);
    }

    /// <summary>
    /// Whether reading a page again would hardly change anything: all that its kind of document needs was found, nothing is in doubt, and what
    /// can be checked on the page itself (sums, check digits, a name that stands there twice) holds.
    /// </summary>
    internal static bool IsSettled(TextPage page)
    {
        var result = Read(new DocumentText(string.Empty, [page]), DocumentKind.Auto);
        if (result.Reasons.Count > 0 || result.Fields.Any(field => field.Reasons.Count > 0 && field.Value is not null)) return false;
        var needed = result.Kind == DocumentKind.Invoice ? FieldNames.All : [FieldNames.Date, FieldNames.Total];
        return needed.All(name => result.Find(name.Name)!.Confidence >= SettledFrom);
    }

    private static DocumentKind KindOf(IReadOnlyList<Reading> readings)
    {
        var words = readings.SelectMany(reading => reading.Lines).SelectMany(line => line.Words).Select(word => FuzzyText.Bare(word.Text)).ToHashSet();
        string[] receipt = ["CASH", "CHANGE", "CASHIER", "TENDERED", "RECEIPT", "QTY"];
        string[] invoice = ["IBAN", "INVOICE", "RECHNUNG", "FACTURE", "DUE", "SWIFT", "BIC", "PURCHASE", "TERMS"];
        return invoice.Count(words.Contains) > receipt.Count(words.Contains) ? DocumentKind.Invoice : DocumentKind.Receipt;
    }

    private static Reason? Unreadable(IReadOnlyList<Reading> readings)
    {
        var words = readings[0].Lines.SelectMany(line => line.Words).ToList();
        if (words.Count < LeastWords) return new Reason("unreadable", $"Only {words.Count} words could be read on the document.");
        var mean = words.Average(word => word.Confidence);
        return mean < LeastConfidence ? new Reason("unreadable",
            $"The document is hardly legible: the words were read with a mean confidence of {mean:0.00}.") : null;
    }

    private static ExtractedField Empty((string Name, string Label) field, Reason reason) => new(field.Name, field.Label, null, 0, [reason], []);
}
