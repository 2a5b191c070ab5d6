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
    public const string Version = "1";

    private const int LeastWords = 8;
    private const double LeastConfidence = 0.35;

    /// <summary>Reads every field. A page that cannot be read gives fields without values, zero confidence and the reason <c>unreadable</c>.</summary>
    public static ExtractionResult Read(DocumentText document, DocumentKind kind)
    {
        var readings = Reading.All(document);
        var actual = kind == DocumentKind.Auto ? KindOf(readings) : kind;
        if (Unreadable(readings) is { } reason) return new ExtractionResult(actual, [.. FieldNames.All.Select(name => Empty(name, reason))], [reason]);

        var order = DateFinder.OrderOf(readings);
        var total = Judge.Total(readings);
        var (net, tax) = Judge.Parts(readings, total);
        ExtractedField[] fields =
        [
            Judge.Vendor(readings), Judge.Date(readings, order), Judge.Number(readings, actual), Judge.Order(readings), Judge.Account(readings),
                Judge.Currency(readings), net, tax, Judge.WithSum(total, net, tax),
        ];
        return new ExtractionResult(actual, fields, []);
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
