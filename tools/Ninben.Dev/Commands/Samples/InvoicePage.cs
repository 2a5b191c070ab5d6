using System.Globalization;
using System.Net;
using System.Text;

namespace Ninben.Dev.Commands.Samples;

/// <summary>An invoice as HTML for one A4 page, 794 x 1123 CSS pixels.</summary>
internal static class InvoicePage
{
    /// <summary>The body of the page; the sheet around it and its flaws come from <see cref="PageRenderer"/>.</summary>
    public static string Write(InvoiceSheet sheet, Random random)
    {
        var html = new StringBuilder();
        var accent = new[] { "#1b3a5b", "#5b1b2a", "#1f4d36", "#333333", "#6a4a12", "#2b2b6b" }[random.Next(6)];
        html.Append(CultureInfo.InvariantCulture,
            $"<div class='page {sheet.Vendor.Layout.ToString().ToLowerInvariant()}' style=\"--accent:{accent};font-family:'{sheet.Vendor.Font}'\">");
        WriteHead(html, sheet);
        WriteMeta(html, sheet);
        WriteLines(html, sheet);
        WriteTotals(html, sheet);
        WriteFoot(html, sheet);
        return html.Append("</div>").ToString();
    }

    private static void WriteHead(StringBuilder html, InvoiceSheet sheet)
    {
        var vendor = sheet.Vendor;
        html.Append(CultureInfo.InvariantCulture, $"<header><h1>{Text(vendor.Name)}</h1><p>{Text(vendor.Street)}<br>{Text(vendor.Town)}</p></header>");
        html.Append("<div class=to><small>Bill to</small><b>Alder &amp; Pike Manufacturing</b><br>Accounts Payable<br>12 Tannery Row<br>Norwich NR3 1BU</div>");
        html.Append("<h2>INVOICE</h2>");
    }

    private static void WriteMeta(StringBuilder html, InvoiceSheet sheet)
    {
        var labels = sheet.Vendor.Labels;
        html.Append("<table class=meta>");
        Row(html, labels.Number, sheet.Truth.Number);
        Row(html, labels.Date, sheet.Print(sheet.Truth.Date));
        Row(html, labels.Due, sheet.Print(sheet.Truth.DueDate));
        if (sheet.Truth.Po is { } order) Row(html, labels.Order, order);
        html.Append("</table>");
        // A second date of the same kind: the way a corrected or re-sent invoice looks.
        if (sheet.SecondDate is { } second) html.Append(CultureInfo.InvariantCulture,
            $"<div class=stamp>Re-issued<br>Invoice date: {Text(sheet.Print(second))}</div>");
    }

    private static void WriteLines(StringBuilder html, InvoiceSheet sheet)
    {
        html.Append("<table class=lines><thead><tr><th>Description</th><th>Qty</th><th>Unit price</th><th>Amount</th></tr></thead><tbody>");
        foreach (var line in sheet.Lines)
            html.Append(CultureInfo.InvariantCulture,
                $"<tr><td>{Text(line.Text)}</td><td>{line.Quantity}</td><td>{sheet.Print(line.Price)}</td><td>{sheet.Print(line.Amount)}</td></tr>");
        html.Append("</tbody></table>");
    }

    private static void WriteTotals(StringBuilder html, InvoiceSheet sheet)
    {
        var (vendor, truth) = (sheet.Vendor, sheet.Truth);
        html.Append("<table class=totals>");
        Row(html, vendor.Labels.Net, sheet.Print(truth.Net));
        Row(html, string.Create(CultureInfo.InvariantCulture, $"{vendor.Labels.Tax} {vendor.TaxPercent}%"), sheet.Print(truth.Tax));
        html.Append(CultureInfo.InvariantCulture,
            $"<tr class=sum><th>{Text(vendor.Labels.Total)}</th><td>{Text(sheet.PrintWithCurrency(truth.Total))}</td></tr></table>");
    }

    private static void WriteFoot(StringBuilder html, InvoiceSheet sheet)
    {
        html.Append(CultureInfo.InvariantCulture,
            $"<footer><p>Please pay to <span>{Text(sheet.Vendor.Labels.Account)}: {Iban.Grouped(sheet.Truth.Iban)}</span></p>");
        html.Append(CultureInfo.InvariantCulture,
            $"<p>{Text(sheet.Vendor.Name)} &middot; {Text(sheet.Vendor.Street)} &middot; {Text(sheet.Vendor.Town)}</p></footer>");
    }

    private static void Row(StringBuilder html, string label, string value) =>
        html.Append(CultureInfo.InvariantCulture, $"<tr><th>{Text(label)}</th><td>{Text(value)}</td></tr>");

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <summary>The style sheet of all lay-outs.</summary>
    public const string Css = """
        .page{position:absolute;inset:0;padding:56px 60px;box-sizing:border-box;font-size:14.5px;line-height:1.42;color:#111;display:grid;
          grid-template-columns:1fr 1fr;grid-template-rows:auto auto auto auto auto 1fr;gap:18px 28px;align-content:start}
        .page table{border-collapse:collapse} .page h1{margin:0 0 4px;font-size:25px;color:var(--accent)} .page h2{margin:0;font-size:23px;letter-spacing:2px}
        header p{margin:0} .meta{align-self:start} .to small{display:block;color:#555;font-size:12px} .to b{font-weight:600}
        .meta th{text-align:left;font-weight:400;color:#333;padding:2px 18px 2px 0} .meta td{font-weight:600}
        .lines{grid-column:1/3;width:100%} .lines th{text-align:left;padding:6px 6px} .lines td{padding:6px 6px}
        .lines th:nth-child(n+2),.lines td:nth-child(n+2){text-align:right}
        .totals{grid-column:2;justify-self:end;align-self:start;min-width:270px} .totals th{text-align:left;font-weight:400;padding:4px 14px 4px 0}
        .totals td{text-align:right}
        .totals .sum th,.totals .sum td{font-weight:700;font-size:16px;padding-top:8px}
        footer{grid-column:1/3;align-self:end;font-size:13.5px} footer p{margin:4px 0} footer span{font-weight:600}
        .stamp{grid-column:1/3;justify-self:end;border:2px solid #555;padding:6px 14px;font-weight:600}
        .classic h2{grid-column:1/3} .classic .lines th{border-bottom:2px solid #222}
        .classic .totals .sum th,.classic .totals .sum td{border-top:2px solid #222}
        .grid h2{grid-column:1/3;text-align:right} .grid .lines td,.grid .lines th,.grid .meta td,.grid .meta th{border:1px solid #777;padding:5px 10px}
        .grid .lines th{background:#e6e6e6} .grid .meta{grid-column:1/3;justify-self:start}
        .letterhead header{grid-column:1/3;text-align:center;border-bottom:1px solid #444;padding-bottom:12px} .letterhead h2{display:none}
        .letterhead .meta{justify-self:end} .letterhead .lines th{border-bottom:1px solid #444;border-top:1px solid #444} .letterhead footer{text-align:center}
        .sidebar{grid-template-columns:230px 1fr} .sidebar header,.sidebar .to{grid-column:1} .sidebar h2{grid-column:2;grid-row:1}
        .sidebar .meta{grid-column:2;grid-row:2}
        .sidebar .lines tbody tr{border-bottom:1px solid #bbb} .sidebar .lines th{color:#444;font-weight:600}
        .printout{font-size:13.5px;line-height:1.36} .printout h1{font-size:18px;color:#111}
        .printout h2{font-size:16px;grid-column:1/3;border-top:1px dashed #333;padding-top:10px}
        .printout .meta{grid-column:1/3;justify-self:start}
        .printout .lines th,.printout .totals .sum th,.printout .totals .sum td{border-top:1px dashed #333;border-bottom:1px dashed #333}
        .banner{padding-top:0} .banner header{grid-column:1/3;margin:0 -60px;padding:30px 60px 18px;background:var(--accent);color:#fff} .banner h1{color:#fff}
        .banner h2{grid-column:2;grid-row:2;justify-self:end} .banner .meta{grid-column:2;grid-row:3;justify-self:end} .banner .to{grid-column:1;grid-row:2/4}
        .banner .lines th{background:#eee} .banner .lines tbody tr:nth-child(even){background:#f6f6f6}
        """;
}
