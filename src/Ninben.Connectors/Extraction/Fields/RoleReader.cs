using Ninben.Connectors.Extraction.Values;

namespace Ninben.Connectors.Extraction.Fields;

/// <summary>Reads what a label says of its amount, tolerant of misread letters.</summary>
internal static class RoleReader
{
    private static readonly (string Word, AmountRoles Role)[] Words =
    [
        ("TOTAL", AmountRoles.Total), ("TTL", AmountRoles.Total), ("TL", AmountRoles.Total), ("AMOUNT", AmountRoles.Total), ("AMT",
            AmountRoles.Total), ("JUMLAH", AmountRoles.Total),
        ("SALES", AmountRoles.Total), ("SUM", AmountRoles.Total), ("SUMME", AmountRoles.Total), ("GESAMT", AmountRoles.Total), ("GESAMTBETRAG",
            AmountRoles.Total),
        ("BALANCE", AmountRoles.Total), ("MONTANT", AmountRoles.Total), ("TOTALE", AmountRoles.Total), ("BETRAG", AmountRoles.Total),
        ("GRAND", AmountRoles.Final), ("PAYABLE", AmountRoles.Final), ("DUE", AmountRoles.Final), ("NETT", AmountRoles.Final), ("ROUNDED", AmountRoles.Final),
        ("AFTER", AmountRoles.Final), ("PAY", AmountRoles.Final), ("OWING", AmountRoles.Final), ("ENDBETRAG", AmountRoles.Final | AmountRoles.Total),
        ("SUBTOTAL", AmountRoles.Sub), ("SUB", AmountRoles.Sub), ("ZWISCHENSUMME", AmountRoles.Sub),
        ("CASH", AmountRoles.Paid), ("TENDER", AmountRoles.Paid), ("TENDERED", AmountRoles.Paid), ("PAID", AmountRoles.Paid), ("PAYMENT",
            AmountRoles.Paid), ("VISA", AmountRoles.Paid),
        ("MASTER", AmountRoles.Paid), ("MASTERCARD", AmountRoles.Paid), ("CARD", AmountRoles.Paid), ("DEBIT", AmountRoles.Paid), ("CREDIT",
            AmountRoles.Paid), ("RECEIVED", AmountRoles.Paid),
        ("TUNAI", AmountRoles.Paid), ("DEPOSIT", AmountRoles.Paid), ("BAR", AmountRoles.Paid), ("GEGEBEN", AmountRoles.Paid),
        ("CHANGE", AmountRoles.Change), ("BAKI", AmountRoles.Change), ("RUECKGELD", AmountRoles.Change), ("CHG", AmountRoles.Change),
        ("GST", AmountRoles.Tax), ("TAX", AmountRoles.Tax), ("VAT", AmountRoles.Tax), ("SST", AmountRoles.Tax), ("MWST", AmountRoles.Tax), ("UST",
            AmountRoles.Tax), ("TVA", AmountRoles.Tax), ("IVA", AmountRoles.Tax),
        ("ROUNDING", AmountRoles.Rounding), ("ROUND", AmountRoles.Rounding), ("ADJUSTMENT", AmountRoles.Rounding), ("ADJ", AmountRoles.Rounding),
            ("RND", AmountRoles.Rounding),
        ("DISCOUNT", AmountRoles.Discount), ("DISC", AmountRoles.Discount), ("SAVING", AmountRoles.Discount), ("SAVINGS", AmountRoles.Discount),
            ("VOUCHER", AmountRoles.Discount),
        ("LESS", AmountRoles.Discount), ("REBATE", AmountRoles.Discount), ("RABATT", AmountRoles.Discount), ("SAVED", AmountRoles.Discount),
            ("POINTS", AmountRoles.Count),
        ("QTY", AmountRoles.Count), ("QUANTITY", AmountRoles.Count), ("ITEM", AmountRoles.Count), ("ITEMS", AmountRoles.Count), ("COUNT",
            AmountRoles.Count), ("PCS", AmountRoles.Count),
        ("EXCL", AmountRoles.Before), ("EXCLUDE", AmountRoles.Before), ("EXCLUDED", AmountRoles.Before), ("EXCLUDING", AmountRoles.Before),
            ("EXCLUSIVE", AmountRoles.Before), ("BEFORE", AmountRoles.Before),
        ("NET", AmountRoles.Before), ("NETTO", AmountRoles.Before), ("TAXABLE", AmountRoles.Before), ("EXC", AmountRoles.Before), ("WITHOUT",
            AmountRoles.Before),
        ("INCL", AmountRoles.Including), ("INCLUSIVE", AmountRoles.Including), ("INCLUDING", AmountRoles.Including), ("INC", AmountRoles.Including),
            ("BRUTTO", AmountRoles.Including), ("GROSS", AmountRoles.Including),
        ("INCLUDED", AmountRoles.Including), ("INCLUDES", AmountRoles.Including), ("WITH", AmountRoles.Including),
    ];

    public static AmountRoles Read(string label)
    {
        var roles = AmountRoles.None;
        foreach (var token in label.Split([' ', ':', '-', '(', ')', '/', ',', ';', '.', '=', '*', '@', '&', '\'', '~'], StringSplitOptions.RemoveEmptyEntries))
        {
            var bare = FuzzyText.Bare(token);
            if (bare.Length >= 2) roles |= Role(bare);
        }

        return roles;
    }

    private static AmountRoles Role(string token)
    {
        foreach (var (word, role) in Words)
        {
            if (token == word) return role;
        }

        // Short words are too easily something else; "SUBTOTAL" may also be read with its front glued on.
        if (token.Length < 4) return AmountRoles.None;
        var best = AmountRoles.None;
        var least = double.MaxValue;
        foreach (var (word, role) in Words)
        {
            if (word.Length < 4 || !FuzzyText.IsLike(token, word)) continue;
            var distance = FuzzyText.Distance(token, word, 3);
            if (distance >= least) continue;
            (best, least) = (role, distance);
        }

        if (best != AmountRoles.None) return best;
        return token.Length is > 5 and < 14 && token.StartsWith("TOTAL", StringComparison.Ordinal) ? AmountRoles.Total : AmountRoles.None;
    }
}
