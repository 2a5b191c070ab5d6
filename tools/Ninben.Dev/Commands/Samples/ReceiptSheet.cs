using System.Globalization;
using System.Net;
using System.Text;

namespace Ninben.Dev.Commands.Samples;

/// <summary>What is truly printed on a receipt.</summary>
internal sealed record ReceiptTruth(string Merchant, DateOnly Date, decimal Tax, decimal Total, string Currency, string Category);

/// <summary>One till receipt before it is drawn.</summary>
internal sealed record ReceiptSheet(ReceiptTruth Truth, string Address, IReadOnlyList<InvoiceLine> Lines, DateForm DateForm)
{
    private static readonly (string Merchant, string Address, string Category, string[] Goods)[] Book =
    [
        ("The Copper Kettle", "3 Market Place, York", "meals", ["Soup of the day", "Fish and chips", "Tea", "Sparkling water", "Apple crumble"]),
        ("Rapid Cars", "Station rank, Leeds", "travel", ["Fare", "Waiting time", "Airport fee"]),
        ("Hotel Marlow", "18 Bridge Street, Bristol", "lodging", ["Room, 1 night", "Breakfast", "City charge"]),
        ("Penfold Stationers", "70 High Street, Oxford", "supplies", ["Notebook A5", "Marker set", "USB-C cable"]),
        ("Golden Pagoda", "9 Quay Lane, Cardiff", "meals", ["Set menu", "Jasmine tea", "Spring rolls"]),
        ("Northline Rail", "Platform office, Durham", "travel", ["Return ticket", "Seat fee"]),
        ("Bar Azul", "11 Harbour Walk, Hull", "entertainment", ["House wine, bottle", "Tapas board", "Cocktail"]),
        ("Citypark Garage", "Level 2, Kings Street, Derby", "travel", ["Parking, hours"]),
    ];

    /// <summary>How many different shops there are.</summary>
    public static int Shops => Book.Length;

    /// <summary>Draws a receipt of one shop whose total lies near <paramref name="target"/>.</summary>
    public static ReceiptSheet Draw(Random random, int shop, decimal target)
    {
        var (merchant, address, category, goods) = Book[shop % Book.Length];
        var lines = new List<InvoiceLine>();
        foreach (var text in goods.Take(random.Next(1, goods.Length + 1)).ToList())
            lines.Add(new InvoiceLine(text, 1, Math.Max(1.2m, Math.Round(target / goods.Length * random.Next(60, 140) / 100m, 2))));
        var total = lines.Sum(line => line.Amount);
        var tax = Math.Round(total / 6m, 2, MidpointRounding.AwayFromZero);
        return new ReceiptSheet(new ReceiptTruth(merchant, new DateOnly(2026, 9, 1).AddDays(random.Next(70)), tax, total, "GBP", category), address,
            lines, (DateForm)random.Next(5));
    }

    /// <summary>The receipt as HTML on a sheet 420 CSS pixels wide.</summary>
    public string Write(string font)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture,
            $"<div class=receipt style=\"font-family:'{font}'\"><h1>{WebUtility.HtmlEncode(Truth.Merchant)}</h1><p>{WebUtility.HtmlEncode(Address)}</p>");
        html.Append(CultureInfo.InvariantCulture, $"<p class=date>Date: {Print(Truth.Date)}</p><table>");
        foreach (var line in Lines) html.Append(CultureInfo.InvariantCulture,
            $"<tr><td>{WebUtility.HtmlEncode(line.Text)}</td><td>{line.Amount:0.00}</td></tr>");
        html.Append(CultureInfo.InvariantCulture,
            $"<tr class=sum><td>TOTAL {Truth.Currency}</td><td>{Truth.Total:0.00}</td></tr><tr><td>incl. VAT " +
            $"20%</td><td>{Truth.Tax:0.00}</td></tr></table><p>Thank you!</p></div>");
        return html.ToString();
    }

    private string Print(DateOnly date) => date.ToString(DateForm switch
    {
        DateForm.DayMonthName => "d MMM yyyy",
        DateForm.Iso => "yyyy-MM-dd",
        DateForm.Slashes => "dd/MM/yyyy",
        DateForm.MonthNameFirst => "MMM d, yyyy",
        _ => "dd.MM.yyyy",
    }, CultureInfo.InvariantCulture);

    /// <summary>The style sheet.</summary>
    public const string Css = """
        .receipt{position:absolute;inset:0;padding:34px 36px;box-sizing:border-box;font-size:17px;line-height:1.45;color:#161616;text-align:center}
        .receipt h1{font-size:25px;margin:0} .receipt p{margin:6px 0} .receipt table{width:100%;border-collapse:collapse;margin:14px 0}
        .receipt td{padding:4px 0;text-align:left} .receipt td:last-child{text-align:right}
        .receipt .sum td{font-weight:700;font-size:21px;border-top:2px dashed #333;padding-top:10px}
        """;
}
