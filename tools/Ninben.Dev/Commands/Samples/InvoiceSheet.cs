using System.Globalization;

namespace Ninben.Dev.Commands.Samples;

/// <summary>What is truly printed on an invoice: a right reading gives exactly these values.</summary>
internal sealed record InvoiceTruth(string Number, string Vendor, DateOnly Date, DateOnly DueDate, string? Po, decimal Net, decimal Tax,
    decimal Total, string Currency, string Iban);

/// <summary>One line of goods.</summary>
internal sealed record InvoiceLine(string Text, int Quantity, decimal Price)
{
    public decimal Amount => Quantity * Price;
}

/// <summary>Something wrong with the matter of a document, as its flaw code in documents.json.</summary>
internal enum MatterFlaw
{
    None,
    TwoDates,
    BankChanged,
    PoMissing,
    WrongSum,
    OverLimit,
    Unreadable,
}

/// <summary>One invoice before it is drawn.</summary>
internal sealed record InvoiceSheet(Vendor Vendor, InvoiceTruth Truth, IReadOnlyList<InvoiceLine> Lines, DateOnly? SecondDate, IReadOnlyList<MatterFlaw> Flaws)
{
    /// <summary>From this total on a person must look, whatever the confidence (the samples' policy).</summary>
    public const decimal Limit = 1_000m;

    private static readonly Dictionary<string, string[]> Goods = new(StringComparer.Ordinal)
    {
        ["parts"] = ["Deep groove bearing 6204", "Shaft seal 35x52x7", "Hex bolts M8, box of 200", "Retaining rings, assorted", "Bearing grease 400 g",
            "Timing belt HTD 5M", "Linear guide rail 300 mm"],
        ["office"] = ["Copier paper A4, 5 reams", "Toner cartridge black", "Lever arch files, pack of 10", "Ball pens blue, box of 50",
            "Envelopes C5, 500", "Desk pads"],
        ["catering"] = ["Working lunch, per person", "Coffee and pastries", "Fruit basket", "Still water, case of 24", "Evening buffet, per person"],
        ["freight"] = ["Pallet delivery, zone 2", "Express parcel", "Customs handling", "Waiting time, hours", "Fuel surcharge", "Return of empty pallets"],
        ["electrical"] = ["LED panel 600x600", "Cable 3x1.5, 100 m", "Contactor 24 V", "Terminal blocks, pack", "Pressure sensor 0-10 bar",
            "Emergency exit lamp"],
        ["cleaning"] = ["Office cleaning, weekly", "Window cleaning", "Consumables", "Carpet cleaning, per room"],
        ["software"] = ["Licence, per seat and month", "Support hours", "Data import, once", "Training, half day"],
        ["safety"] = ["Safety boots S3", "Gloves, 12 pairs", "Hi-vis jackets", "Ear protectors", "Hard hats"],
        ["furniture"] = ["Task chair", "Desk 160x80", "Filing cabinet", "Meeting table", "Shelf unit, oak", "Assembly on site"],
        ["packaging"] = ["Cartons 400x300x200, 100", "Stretch film, roll", "Bubble wrap 50 m", "Pallet labels, 1000", "Corner guards"],
        ["travel"] = ["Rail ticket", "Hotel, night", "Booking fee", "Airport transfer"],
    };

    // What slips of the pen look like: swapped digits differ by multiples of nine, a wrong digit by tens.
    private static readonly decimal[] SumErrors = [9m, 18m, 27m, -9m, -18m, 10m, 90m];

    private static readonly int[] TermDays = [14, 21, 30, 45];

    /// <summary>Draws an invoice with the given flaws; <paramref name="random"/> decides everything else.</summary>
    public static InvoiceSheet Draw(Random random, Vendor vendor, IReadOnlyList<MatterFlaw> flaws)
    {
        var lines = DrawLines(random, vendor, flaws.Contains(MatterFlaw.OverLimit));
        var net = lines.Sum(line => line.Amount);
        var tax = Math.Round(net * vendor.TaxPercent / 100m, 2, MidpointRounding.AwayFromZero);
        var total = net + tax;
        if (flaws.Contains(MatterFlaw.WrongSum)) total += SumErrors[random.Next(SumErrors.Length)];
        var date = new DateOnly(2026, 8, 1).AddDays(random.Next(100));
        var iban = flaws.Contains(MatterFlaw.BankChanged) ? Iban.Draw(random, vendor.Country) : vendor.Iban;
        var truth = new InvoiceTruth(DrawNumber(random, vendor), vendor.Name, date, date.AddDays(TermDays[random.Next(TermDays.Length)]),
            flaws.Contains(MatterFlaw.PoMissing) ? null : string.Create(CultureInfo.InvariantCulture, $"PO-{random.Next(40_000, 49_999)}"),
            net, tax, total, vendor.Currency, iban);
        var second = flaws.Contains(MatterFlaw.TwoDates) ? date.AddDays(random.Next(3, 26)) : (DateOnly?)null;
        return new InvoiceSheet(vendor, truth, lines, second, flaws);
    }

    /// <summary>The date as this vendor writes it.</summary>
    public string Print(DateOnly date) => date.ToString(Vendor.DateForm switch
    {
        DateForm.DayMonthName => "d MMMM yyyy",
        DateForm.Iso => "yyyy-MM-dd",
        DateForm.Slashes => "dd/MM/yyyy",
        DateForm.MonthNameFirst => "MMM d, yyyy",
        _ => "dd.MM.yyyy",
    }, CultureInfo.InvariantCulture);

    /// <summary>The amount as this vendor writes it, without a currency sign.</summary>
    public string Print(decimal amount)
    {
        var text = amount.ToString("N2", CultureInfo.InvariantCulture);
        return Vendor.MoneyForm == MoneyForm.PointDecimal ? text : text.Replace(',', ' ').Replace('.', ',').Replace(' ', '.');
    }

    /// <summary>The amount with the currency before it as code or sign, or after it: each lay-out has its habit.</summary>
    public string PrintWithCurrency(decimal amount) => Vendor.Layout switch
    {
        Layout.Grid or Layout.Banner => (Truth.Currency == "GBP" ? "£" : "€") + Print(amount),
        Layout.Letterhead => $"{Print(amount)} {Truth.Currency}",
        _ => $"{Truth.Currency} {Print(amount)}",
    };

    private static List<InvoiceLine> DrawLines(Random random, Vendor vendor, bool overLimit)
    {
        var goods = Goods[vendor.Trade];
        var chosen = random.GetItems(goods, random.Next(2, 6)).Distinct(StringComparer.Ordinal).ToList();
        // The net is drawn first and then spread over the lines, so that the limit falls where the caller wants it.
        var target = overLimit ? random.Next(900, 6_000) : random.Next(60, 760);
        var lines = new List<InvoiceLine>();
        foreach (var text in chosen)
        {
            var quantity = random.Next(1, 9);
            var price = Math.Max(1m, Math.Round(target / (decimal)chosen.Count / quantity * random.Next(60, 141) / 100m, 2));
            lines.Add(new InvoiceLine(text, quantity, price));
        }

        var gross = lines.Sum(line => line.Amount) * (100 + vendor.TaxPercent) / 100m;
        if (overLimit && gross < Limit + 20) lines.Add(new InvoiceLine("Delivery and installation", 1, 480m));
        if (!overLimit) while (lines.Count > 1
            && lines.Sum(line => line.Amount) * (100 + vendor.TaxPercent) / 100m > Limit - 60) lines.RemoveAt(lines.Count - 1);
        return lines;
    }

    private static string DrawNumber(Random random, Vendor vendor) => (vendor.Name.Length % 3) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"INV-{random.Next(10_000, 99_999)}"),
        1 => string.Create(CultureInfo.InvariantCulture, $"2026-{random.Next(1_000, 9_999)}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{vendor.NumberPrefix}{random.Next(100_000, 999_999)}"),
    };
}
