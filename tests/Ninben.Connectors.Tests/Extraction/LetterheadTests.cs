using Ninben.Connectors.Extraction;
using Ninben.Connectors.Ocr;

namespace Ninben.Connectors.Tests.Extraction;

public sealed class LetterheadTests
{
    // Two columns from the top, a name over two lines, and a footer that says it again.
    private const string Letter = """
        Larkspur          INVOICE
        Joinery
        9 Cooper Yard
        Ely CB7 9ZZ

        Bill to           Invoice           LJ402118
        Acme Works        Date of invoice   Aug 17, 2026
        Accounts Payable  Due               Aug 31, 2026
        12 Tannery Row    Customer orderno. PO-47200

        Oak board      3  134.80     404.40
        Glue           8   22.50     180.00
        Subtotal                     584.40
        VAT 20%                      116.88
        Grand total             GBP  701.28

        Please pay to IBAN: DE89 3704 0044 0532 0130 00
        Larkspur Joinery - 9 Cooper Yard - Ely CB7 9ZZ
        """;

    [Fact]
    public void Reads_a_name_over_two_lines_beside_another_column()
    {
        var vendor = DocumentExtraction.Read(Page(Letter), DocumentKind.Invoice).Find("vendor")!;

        Assert.Equal("Larkspur Joinery", vendor.Value!.Text);
        Assert.True(vendor.Confidence > 0.85);
    }

    [Fact]
    public void A_name_that_the_page_says_only_once_is_trusted_less()
    {
        var once = Letter.Replace("Larkspur Joinery - 9", "Thank you - 9", StringComparison.Ordinal);

        var vendor = DocumentExtraction.Read(Page(once), DocumentKind.Invoice).Find("vendor")!;

        Assert.True(vendor.Confidence <= 0.85);
    }

    [Fact]
    public void The_receiver_is_not_the_vendor_even_when_it_stands_first()
    {
        const string Text = """
            Bill to
            Acme Works Ltd
            12 Tannery Row

            Larkspur Joinery
            9 Cooper Yard
            Invoice No. 4711
            Invoice date: 17.08.2026
            Total due   701.28
            """;

        Assert.Equal("Larkspur Joinery", DocumentExtraction.Read(Words.Page(Text), DocumentKind.Invoice).Find("vendor")!.Value!.Text);
    }

    [Fact]
    public void A_quantity_beside_a_price_is_no_thousand_and_the_last_letter_of_a_label_no_digit()
    {
        var result = DocumentExtraction.Read(Page(Letter), DocumentKind.Invoice);

        Assert.Equal(584.40m, result.Find("net")!.Value!.Number);
        Assert.Equal(701.28m, result.Find("total")!.Value!.Number);
        Assert.DoesNotContain(result.Find("total")!.Others, other => other.Number is 3134.80m or 1584.40m);
    }

    [Fact]
    public void Reads_numbers_whose_label_was_glued_together_and_takes_no_year_for_one()
    {
        var result = DocumentExtraction.Read(Page(Letter), DocumentKind.Invoice);

        Assert.Equal("LJ402118", result.Find("number")!.Value!.Text);
        Assert.Empty(result.Find("number")!.Others);
        Assert.Equal("PO-47200", result.Find("po")!.Value!.Text);
    }

    [Fact]
    public void A_currency_sign_in_a_number_was_an_S_and_is_flagged()
    {
        var number = DocumentExtraction.Read(Page(Letter.Replace("LJ402118", "$C402118", StringComparison.Ordinal)), DocumentKind.Invoice).Find("number")!;

        Assert.Equal("SC402118", number.Value!.Text);
        Assert.Contains(number.Reasons, reason => reason.Code == "low-read");
    }

    [Fact]
    public void A_due_date_alone_is_hardly_trusted_as_the_date_of_the_document()
    {
        var due = Letter.Replace("Date of invoice   Aug 17, 2026", "", StringComparison.Ordinal);

        var date = DocumentExtraction.Read(Page(due), DocumentKind.Invoice).Find("date")!;

        Assert.Contains(date.Reasons, reason => reason.Code == "other-date");
        Assert.True(date.Confidence <= 0.3);
    }

    [Fact]
    public void Lines_of_a_turned_page_stay_lines()
    {
        // By the right end of a line the page has fallen by a line and a half.
        var turned = Words.Reading(Letter, 0.93).Select(word => word with { Y = word.Y + 0.03 * word.X }).ToList();

        var result = DocumentExtraction.Read(new DocumentText("tesseract-5", [new TextPage(1350, 1900, turned, [])]), DocumentKind.Invoice);

        Assert.Equal("2026-08-17", result.Find("date")!.Value!.Text);
        Assert.Equal("LJ402118", result.Find("number")!.Value!.Text);
        Assert.Equal(584.40m, result.Find("net")!.Value!.Number);
    }

    [Fact]
    public void Only_a_page_where_everything_was_found_and_checked_need_not_be_read_again()
    {
        Assert.True(DocumentExtraction.IsSettled(Page(Letter).Pages[0]));
        Assert.False(DocumentExtraction.IsSettled(Page(Letter.Replace("PO-47200", "", StringComparison.Ordinal)).Pages[0]));
        Assert.False(DocumentExtraction.IsSettled(Page(Letter.Replace("701.28", "791.28", StringComparison.Ordinal)).Pages[0]));
        Assert.False(DocumentExtraction.IsSettled(Page("smudge").Pages[0]));
    }

    /// <summary>The page with its name in large print.</summary>
    private static DocumentText Page(string text)
    {
        var words = Words.Reading(text, 0.93).Select(word => word.Text is "Larkspur" or "Joinery" && word.Y < 0.1 ? word with { Height = word.Height * 1.6 }
            : word).ToList();
        return new DocumentText("tesseract-5", [new TextPage(1350, 1900, words, [])]);
    }
}
