namespace Ninben.Connectors.Extraction;

/// <summary>The fields in display order with what people call them.</summary>
public static class FieldNames
{
    public static readonly (string Name, string Label) Vendor = ("vendor", "Vendor");
    public static readonly (string Name, string Label) Date = ("date", "Date");
    public static readonly (string Name, string Label) Number = ("number", "Number");
    public static readonly (string Name, string Label) Order = ("po", "Purchase order");
    public static readonly (string Name, string Label) Account = ("iban", "IBAN");
    public static readonly (string Name, string Label) Currency = ("currency", "Currency");
    public static readonly (string Name, string Label) Net = ("net", "Net");
    public static readonly (string Name, string Label) Tax = ("tax", "Tax");
    public static readonly (string Name, string Label) Total = ("total", "Total");

    public static IReadOnlyList<(string Name, string Label)> All { get; } = [Vendor, Date, Number, Order, Account, Currency, Net, Tax, Total];
}
