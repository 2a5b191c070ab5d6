using System.Globalization;
using System.Text.Json;
using Ninben.Connectors.Extraction;
using Ninben.Learning.Calibration;

namespace Ninben.Dev.Commands.Calibrating;

/// <summary>Compares extracted fields with true values; a field that is truly absent is right when nothing was found.</summary>
internal static class FieldAnswers
{
    public static Trial Compare(ExtractedField field, IReadOnlyDictionary<string, JsonElement> truth)
    {
        var known = truth.TryGetValue(field.Name, out var value) && value.ValueKind != JsonValueKind.Null;
        if (!known) return new Trial(Rounded(field), field.Value is null);
        if (field.Value is null) return new Trial(Rounded(field), false);
        var right = value.ValueKind == JsonValueKind.Number
            ? field.Value.Number == value.GetDecimal()
            : string.Equals(Bare(field.Value.Text), Bare(value.GetString()), StringComparison.OrdinalIgnoreCase);
        return new Trial(Rounded(field), right);
    }

    // Proposals carry four decimals.
    private static double Rounded(ExtractedField field) => Math.Round(field.Confidence, 4);

    private static string Bare(string? text) => string.Concat((text ?? string.Empty).Where(char.IsLetterOrDigit)).ToUpper(CultureInfo.InvariantCulture);
}
