using Ninben.Connectors.Extraction;

namespace Ninben.Connectors.Tests.Extraction;

public sealed class DocumentExtractionTests
{
    private const string Receipt = """
        BLUE HERON TRADING SDN BHD
        (482915-K)
        12, JALAN CONTOH 3
        50000 KUALA LUMPUR
        TEL: 03-5550 1234
        TAX INVOICE
        Receipt No: R-20417
        Date: 17/08/2018 14:22:05
        Pencil box           7.50
        Copy paper          12.40
        Subtotal            19.90
        GST 6%               1.19
        Rounding             0.01
        TOTAL               21.10
        CASH                50.00
        CHANGE              28.90
        """;

    private const string Invoice = """
        Kestrel Office Supplies Ltd
        4 Mill Lane, Anytown
        INVOICE
        Invoice No: INV-2093
        Invoice date: 3 March 2026
        Due date: 2 April 2026
        PO number: PO-77120
        Desk lamp        2     40.00    80.00
        Chair            1    120.00   120.00
        Net amount                     200.00
        VAT 20%                         40.00
        Total due               EUR    240.00
        IBAN: DE89 3704 0044 0532 0130 00
        """;

    [Fact]
    public void Reads_a_receipt_and_takes_neither_cash_nor_change_for_the_total()
    {
        var result = DocumentExtraction.Read(Words.Page(Receipt), DocumentKind.Receipt);

        Assert.Equal(21.10m, result.Find("total")!.Value!.Number);
        Assert.Equal("2018-08-17", result.Find("date")!.Value!.Text);
        Assert.Equal("BLUE HERON TRADING SDN BHD", result.Find("vendor")!.Value!.Text);
        Assert.Equal("R-20417", result.Find("number")!.Value!.Text);
        Assert.Equal("MYR", DocumentExtraction.Read(Words.Page(Receipt.Replace("TOTAL               21.10", "TOTAL RM 21.10",
            StringComparison.Ordinal)), DocumentKind.Receipt).Find("currency")!.Value!.Text);
        Assert.True(result.Find("total")!.Confidence > 0.9);
    }

    [Fact]
    public void Reads_every_field_of_an_invoice()
    {
        var result = DocumentExtraction.Read(Words.Page(Invoice), DocumentKind.Auto);

        Assert.Equal(DocumentKind.Invoice, result.Kind);
        Assert.Equal("Kestrel Office Supplies Ltd", result.Find("vendor")!.Value!.Text);
        Assert.Equal("2026-03-03", result.Find("date")!.Value!.Text);
        Assert.Equal("INV-2093", result.Find("number")!.Value!.Text);
        Assert.Equal("PO-77120", result.Find("po")!.Value!.Text);
        Assert.Equal("DE89370400440532013000", result.Find("iban")!.Value!.Text);
        Assert.Equal("EUR", result.Find("currency")!.Value!.Text);
        Assert.Equal(200.00m, result.Find("net")!.Value!.Number);
        Assert.Equal(40.00m, result.Find("tax")!.Value!.Number);
        Assert.Equal(240.00m, result.Find("total")!.Value!.Number);
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public void Says_so_when_net_and_tax_do_not_add_up()
    {
        var result = DocumentExtraction.Read(Words.Page(Invoice.Replace("240.00", "270.00", StringComparison.Ordinal)), DocumentKind.Invoice);

        Assert.Contains(result.Find("total")!.Reasons, reason => reason.Code == "wrong-sum");
    }

    [Fact]
    public void Says_so_when_a_document_has_two_dates()
    {
        var result = DocumentExtraction.Read(Words.Page(Invoice.Replace("INVOICE\n", "INVOICE 28/02/2026\n", StringComparison.Ordinal)), DocumentKind.Invoice);

        Assert.Contains(result.Find("date")!.Reasons, reason => reason.Code == "two-dates");
    }

    [Fact]
    public void A_second_invoice_date_counts_though_it_is_a_digit_apart_from_the_due_date()
    {
        var text = Invoice.Replace("Desk lamp", "Re-issued\nInvoice date: 3 April 2026\nDesk lamp", StringComparison.Ordinal);

        Assert.Contains(DocumentExtraction.Read(Words.Page(text), DocumentKind.Invoice).Find("date")!.Reasons, reason => reason.Code == "two-dates");
    }

    [Fact]
    public void A_due_date_is_no_second_date() =>
        Assert.DoesNotContain(DocumentExtraction.Read(Words.Page(Invoice), DocumentKind.Invoice).Find("date")!.Reasons, reason => reason.Code == "two-dates");

    [Fact]
    public void Flags_a_date_whose_day_and_month_cannot_be_told_apart()
    {
        const string Text = """
            Some Shop Inc
            10 Main Street
            Date: 03/04/2026
            Total $ 12.00
            Cash $ 20.00
            Change $ 8.00
            """;

        var date = DocumentExtraction.Read(Words.Page(Text), DocumentKind.Receipt).Find("date")!;

        Assert.Contains(date.Reasons, reason => reason.Code == "ambiguous");
        Assert.True(date.Confidence <= 0.5);
    }

    [Fact]
    public void Repairs_an_account_number_only_when_its_check_digits_then_hold()
    {
        var repaired = DocumentExtraction.Read(Words.Page(Invoice.Replace("0532 0130 00", "0532 O130 00", StringComparison.Ordinal)),
            DocumentKind.Invoice).Find("iban")!;
        var wrong = DocumentExtraction.Read(Words.Page(Invoice.Replace("0532 0130 00", "0532 0137 00", StringComparison.Ordinal)),
            DocumentKind.Invoice).Find("iban")!;

        Assert.Equal("DE89370400440532013000", repaired.Value!.Text);
        Assert.Contains(repaired.Reasons, reason => reason.Code == "corrected");
        Assert.Contains(wrong.Reasons, reason => reason.Code == "check-digits");
        Assert.True(wrong.Confidence < 0.5);
    }

    [Fact]
    public void A_page_without_words_is_unreadable_and_nothing_is_trusted()
    {
        var result = DocumentExtraction.Read(Words.Page("smudge"), DocumentKind.Receipt);

        Assert.Equal("unreadable", Assert.Single(result.Reasons).Code);
        Assert.All(result.Fields, field => Assert.True(field.Value is null && field.Confidence == 0));
    }

    [Fact]
    public void Readings_that_disagree_lower_the_confidence()
    {
        var other = Receipt.Replace("21.10", "27.10", StringComparison.Ordinal).Replace("50.00", "5O.0", StringComparison.Ordinal);

        var agreed = DocumentExtraction.Read(Words.Page(Receipt), DocumentKind.Receipt).Find("total")!;
        var differing = DocumentExtraction.Read(Words.Page(other, Receipt, other.Replace("27.10", "2.10", StringComparison.Ordinal)),
            DocumentKind.Receipt).Find("total")!;

        Assert.True(differing.Confidence < agreed.Confidence);
    }

    [Fact]
    public void Every_value_says_where_it_stands()
    {
        var spot = DocumentExtraction.Read(Words.Page(Receipt), DocumentKind.Receipt).Find("total")!.Value!.Spot!;

        Assert.Equal(1, spot.Page);
        Assert.InRange(spot.Y, 12.9 / 60, 13.1 / 60);
        Assert.Contains("21.10", spot.Text, StringComparison.Ordinal);
    }
}
