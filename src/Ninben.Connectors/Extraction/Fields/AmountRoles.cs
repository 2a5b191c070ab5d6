namespace Ninben.Connectors.Extraction.Fields;

/// <summary>What the words before an amount say it is.</summary>
[Flags]
internal enum AmountRoles
{
    None = 0,

    /// <summary>Total, amount, sum.</summary>
    Total = 1,

    /// <summary>To be paid in the end: grand, payable, due, nett, rounded, after rounding.</summary>
    Final = 2,

    /// <summary>Subtotal.</summary>
    Sub = 4,

    /// <summary>Handed over: cash, card, tendered.</summary>
    Paid = 8,

    /// <summary>Handed back.</summary>
    Change = 16,

    /// <summary>A tax, or a rate.</summary>
    Tax = 32,

    /// <summary>Rounding or adjustment.</summary>
    Rounding = 64,

    /// <summary>Discount, saving, voucher.</summary>
    Discount = 128,

    /// <summary>A count of things.</summary>
    Count = 256,

    /// <summary>Without tax.</summary>
    Before = 512,

    /// <summary>With tax.</summary>
    Including = 1024,
}
