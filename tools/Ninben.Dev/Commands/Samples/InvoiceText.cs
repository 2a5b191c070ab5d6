using System.Globalization;
using System.Text;

namespace Ninben.Dev.Commands.Samples;

/// <summary>An invoice as plain text, for machines without OCR.</summary>
internal static class InvoiceText
{
    /// <summary>The same values as on the picture, one below the other.</summary>
    public static string Write(InvoiceSheet sheet)
    {
        var (vendor, truth, labels) = (sheet.Vendor, sheet.Truth, sheet.Vendor.Labels);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture,
            $"{vendor.Name}\n{vendor.Street}\n{vendor.Town}\n\nINVOICE\n\nBill to: Alder & Pike Manufacturing, Accounts Payable\n\n");
        text.Append(CultureInfo.InvariantCulture,
            $"{labels.Number}: {truth.Number}\n{labels.Date}: {sheet.Print(truth.Date)}\n{labels.Due}: {sheet.Print(truth.DueDate)}\n");
        if (truth.Po is { } order) text.Append(CultureInfo.InvariantCulture, $"{labels.Order}: {order}\n");
        if (sheet.SecondDate is { } second) text.Append(CultureInfo.InvariantCulture, $"Re-issued. Invoice date: {sheet.Print(second)}\n");
        text.Append(CultureInfo.InvariantCulture, $"\n{"Description",-36}{"Qty",5}{"Unit price",14}{"Amount",14}\n");
        foreach (var line in sheet.Lines)
            text.Append(CultureInfo.InvariantCulture, $"{line.Text,-36}{line.Quantity,5}{sheet.Print(line.Price),14}{sheet.Print(line.Amount),14}\n");
        text.Append(CultureInfo.InvariantCulture, $"\n{labels.Net}: {sheet.Print(truth.Net)}\n{labels.Tax} {vendor.TaxPercent}%: {sheet.Print(truth.Tax)}\n");
        text.Append(CultureInfo.InvariantCulture,
            $"{labels.Total}: {sheet.PrintWithCurrency(truth.Total)}\n\nPlease pay to {labels.Account}: {Iban.Grouped(truth.Iban)}\n");
        return text.ToString();
    }
}
