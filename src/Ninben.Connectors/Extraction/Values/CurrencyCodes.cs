namespace Ninben.Connectors.Extraction.Values;

/// <summary>Signs and codes of currencies.</summary>
internal static class CurrencyCodes
{
    private static readonly Dictionary<string, string> Codes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["RM"] = "MYR",
        ["R M"] = "MYR",
        ["MYR"] = "MYR",
        ["$"] = "USD",
        ["US$"] = "USD",
        ["USD"] = "USD",
        ["€"] = "EUR",
        ["EUR"] = "EUR",
        ["EURO"] = "EUR",
        ["£"] = "GBP",
        ["GBP"] = "GBP",
        ["S$"] = "SGD",
        ["SGD"] = "SGD",
        ["CHF"] = "CHF",
        ["A$"] = "AUD",
        ["AUD"] = "AUD",
        ["CAD"] = "CAD",
        ["JPY"] = "JPY",
        ["¥"] = "JPY",
        ["SEK"] = "SEK",
        ["NOK"] = "NOK",
        ["DKK"] = "DKK",
        ["PLN"] = "PLN",
        ["CZK"] = "CZK",
        ["INR"] = "INR",
        ["₹"] = "INR",
        ["CNY"] = "CNY",
    };

    /// <summary>The ISO 4217 code of a sign or code, or null.</summary>
    public static string? Find(string sign) => Codes.GetValueOrDefault(sign.Trim());
}
