using System.Globalization;
using System.Text.Json;
using Ninben.Connectors.Extraction.Values;

namespace Ninben.Dev.Commands.Bench;

/// <summary>The true values of a receipt, normalised so that forms do not matter.</summary>
internal sealed record ReceiptKey(string Company, string Date, string Total)
{
    public static ReceiptKey Read(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        string Get(string name) => json.RootElement.TryGetProperty(name, out var value) ? value.GetString() ?? string.Empty : string.Empty;
        return new ReceiptKey(Name(Get("company")), Day(Get("date")), Amount(Get("total")));
    }

    /// <summary>Letters and digits only, without case.</summary>
    public static string Name(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>ISO; day first, as these receipts print it.</summary>
    public static string Day(string text) =>
        DatesIn.DayFirst(text) is { } date ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : text.Trim();

    /// <summary>Two decimals.</summary>
    public static string Amount(string text)
    {
        var digits = string.Concat(text.Where(sign => char.IsAsciiDigit(sign) || sign == '.'));
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount.ToString("0.00",
            CultureInfo.InvariantCulture) : text.Trim();
    }
}
