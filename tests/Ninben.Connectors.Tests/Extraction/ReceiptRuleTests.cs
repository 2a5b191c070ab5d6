using Ninben.Connectors.Extraction;
using Ninben.Connectors.Extraction.Values;
using Ninben.Connectors.Ocr;

namespace Ninben.Connectors.Tests.Extraction;

public sealed class ReceiptRuleTests
{
    private const string Till = """
        BLUE HERON TRADING SDN BHD
        12, JALAN CONTOH 3
        50000 KUALA LUMPUR
        RECEIPT NUMBER
        DAY 20:01
        PENCIL BOX           7.47
        COPY PAPER          12.40
        TOTAL               SUM
        CASH                50.00
        CHANGE              BACK
        """;

    [Theory]
    [InlineData("Date: 03/05/2078", "2018-05-03")]
    [InlineData("Date: 63/05/2018", "2018-05-03")]
    [InlineData("30/0472078", "2018-04-30")]
    [InlineData("12/63/2018", "2018-03-12")]
    public void A_number_that_no_date_has_is_read_as_the_digit_it_looks_like(string line, string expected)
    {
        var date = Assert.Single(DateReader.Read(line, DayOrder.DayFirst));

        Assert.Equal(expected, date.Value.ToString("yyyy-MM-dd", null));
        Assert.Equal(DateQuality.Repaired, date.Quality);
    }

    [Theory]
    [InlineData("Date: 83/05/2018")]
    [InlineData("Date: 60/05/2018")]
    [InlineData("Date: 03/05/2058")]
    public void What_may_be_several_digits_is_no_date(string line) => Assert.Empty(DateReader.Read(line, DayOrder.DayFirst));

    [Fact]
    public void The_date_inside_the_receipt_number_decides_between_readings()
    {
        var read = Page("2018030610100990498", "06/03/2016", "06/03/2018", "06/03/2016");

        Assert.Equal("2018-03-06", read.Find("date")!.Value!.Text);
        Assert.Equal("2016-03-06", Page("100990498", "06/03/2016", "06/03/2018", "06/03/2016").Find("date")!.Value!.Text);
    }

    [Fact]
    public void The_digits_of_the_date_itself_are_no_second_witness()
    {
        var with = Page("20180306", "06/03/2016", "06/03/2018", "06/03/2016");

        Assert.Equal("2016-03-06", with.Find("date")!.Value!.Text);
    }

    [Fact]
    public void A_total_that_cannot_be_paid_in_cash_says_so_and_is_not_sure()
    {
        var total = DocumentExtraction.Read(Words.Page(Filled("A-1", "06/03/2018", "19.87", "30.15")), DocumentKind.Receipt).Find("total")!;

        Assert.Equal(19.87m, total.Value!.Number);
        Assert.Contains(total.Reasons, reason => reason.Code == "not-rounded");
        Assert.True(total.Confidence <= 0.5);
    }

    [Fact]
    public void A_small_scan_is_read_twice_before_it_counts_as_settled()
    {
        Assert.Equal(2, PreparedPage.LeastReadings(new ImageSize(600, 1200, 1)));
        Assert.Equal(1, PreparedPage.LeastReadings(new ImageSize(1240, 1754, 1)));
    }

    private static ExtractionResult Page(string number, params string[] dates) => DocumentExtraction.Read(Words.Page(
        Filled(number, dates[0], "19.85", "30.15"), Filled(number, dates[1], "19.85", "30.15"),
        Filled(number, dates[2], "19.85", "30.15")), DocumentKind.Receipt);

    private static string Filled(string number, string date, string total, string change) =>
        Till.Replace("NUMBER", number, StringComparison.Ordinal).Replace("DAY", date, StringComparison.Ordinal).Replace("SUM", total,
            StringComparison.Ordinal).Replace("BACK", change, StringComparison.Ordinal);
}
