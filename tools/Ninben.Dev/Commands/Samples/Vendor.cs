namespace Ninben.Dev.Commands.Samples;

/// <summary>An invented supplier with its habits: how it writes dates and amounts, what it calls things, what its paper looks like.</summary>
internal sealed record Vendor(string Name, string Street, string Town, string Country, string Iban, string Currency, string NumberPrefix,
    int TaxPercent, Layout Layout, string Font, DateForm DateForm, MoneyForm MoneyForm, InvoiceLabels Labels, string Trade)
{
    private static readonly string[] Fonts =
        ["Liberation Sans", "Liberation Serif", "DejaVu Sans", "DejaVu Serif", "Liberation Sans Narrow", "DejaVu Sans Condensed", "Liberation Mono"];

    private static readonly (string Name, string Street, string Town, string Country, string Trade)[] Book =
    [
        ("Halden Bearings Ltd", "14 Foundry Lane", "Sheffield S9 2QT", "GB", "parts"),
        ("Quillmark Paper GmbH", "Am Speicher 8", "28195 Bremen", "DE", "office"),
        ("Brookfen Office Supplies", "Unit 6, Marsh Road", "Ely CB7 4TH", "GB", "office"),
        ("Tarn & Moss Catering", "2 Chapel Street", "Kendal LA9 4RF", "GB", "catering"),
        ("Veldmeer Logistics BV", "Havenweg 211", "3089 JK Rotterdam", "NL", "freight"),
        ("Osterkamp Werkzeuge GmbH", "Industriering 40", "59423 Unna", "DE", "parts"),
        ("Lumen & Wick Lighting", "88 Arbour Row", "Leeds LS7 3PD", "GB", "electrical"),
        ("Kestrel Cleaning Services", "5 Mill Court", "Derby DE1 3GU", "GB", "cleaning"),
        ("Peregrin Software Ltd", "Third Floor, 9 Quay House", "Bristol BS1 6BX", "GB", "software"),
        ("Maison Verdier SARL", "17 rue des Tanneurs", "59000 Lille", "FR", "catering"),
        ("Norderhaus Fasteners GmbH", "Deichstrasse 3", "26721 Emden", "DE", "parts"),
        ("Blue Heron Print Works", "31 Station Approach", "Reading RG1 1LX", "GB", "office"),
        ("Castell Safety Wear", "Block C, Tower Estate", "Cardiff CF10 4GA", "GB", "safety"),
        ("Delftwater Instruments BV", "Kanaalpark 12", "2611 CR Delft", "NL", "electrical"),
        ("Ridgeway Fuel & Oil", "Old Quarry Road", "Swindon SN4 9AB", "GB", "freight"),
        ("Auberon Seating Ltd", "44 Weaver Street", "Halifax HX1 5AE", "GB", "furniture"),
        ("Finch & Sons Joinery", "The Yard, Elm Road", "Hereford HR4 0DG", "GB", "furniture"),
        ("Solvang Packaging BV", "Transportlaan 77", "5916 PL Venlo", "NL", "packaging"),
        ("Harrow Hill Electrics", "160 High Street", "Harrow HA1 2PX", "GB", "electrical"),
        ("Weserland Kartonagen GmbH", "Uferweg 22", "31785 Hameln", "DE", "packaging"),
        ("Thistledown Travel", "7 Queen Square", "Bath BA1 2HX", "GB", "travel"),
        ("Copperline Plumbing", "Unit 19, Dock Way", "Hull HU1 4BE", "GB", "parts"),
        ("Ateliers Marchand SARL", "5 quai du Port", "76600 Le Havre", "FR", "packaging"),
        ("Stonebridge Couriers", "1 Viaduct Yard", "Preston PR1 8UQ", "GB", "freight"),
    ];

    /// <summary>The vendor file, the same for every seed: the samples' decision table lists these accounts.</summary>
    public static IReadOnlyList<Vendor> All { get; } = [.. Book.Select(Make)];

    private static Vendor Make((string Name, string Street, string Town, string Country, string Trade) entry, int index)
    {
        var random = new Random(7_000 + index);
        var currency = entry.Country == "GB" ? "GBP" : "EUR";
        var tax = entry.Country switch { "GB" => 20, "DE" => 19, "NL" => 21, _ => 20 };
        var prefix = new string([.. entry.Name.Split(' ', '&').Where(word => word.Length > 0 && char.IsUpper(word[0])).Select(word => word[0]).Take(3)]);
        return new Vendor(entry.Name, entry.Street, entry.Town, entry.Country, Samples.Iban.Draw(random, entry.Country), currency, prefix, tax,
            (Layout)(index % 6), Fonts[index % Fonts.Length], (DateForm)(index % 5), entry.Country is "DE" && index % 2 == 1 ? MoneyForm.CommaDecimal
                : MoneyForm.PointDecimal,
            InvoiceLabels.All[index % InvoiceLabels.All.Count], entry.Trade);
    }
}

/// <summary>Where things stand on the page.</summary>
internal enum Layout
{
    Classic,
    Grid,
    Letterhead,
    SideBar,
    Printout,
    Banner,
}

/// <summary>How a date is written.</summary>
internal enum DateForm
{
    DayMonthName,
    Iso,
    Slashes,
    MonthNameFirst,
    Dots,
}

/// <summary>How an amount is written.</summary>
internal enum MoneyForm
{
    PointDecimal,
    CommaDecimal,
}

/// <summary>What a vendor calls the things on its invoices.</summary>
internal sealed record InvoiceLabels(string Number, string Date, string Due, string Order, string Net, string Tax, string Total, string Account)
{
    public static IReadOnlyList<InvoiceLabels> All { get; } =
    [
        new("Invoice No.", "Invoice date", "Due date", "PO number", "Subtotal", "VAT", "Total due", "IBAN"),
        new("Invoice number", "Date", "Payable by", "Your order", "Net amount", "VAT", "Total amount", "IBAN"),
        new("Invoice #", "Issued", "Payment due", "PO", "Net", "Tax", "Amount due", "Bank account (IBAN)"),
        new("Invoice", "Date of invoice", "Due", "Purchase order", "Total net", "VAT", "Grand total", "IBAN"),
        new("Invoice ID", "Invoice date", "Pay by", "Customer order no.", "Sum excl. VAT", "VAT", "Total incl. VAT", "Account IBAN"),
    ];
}
