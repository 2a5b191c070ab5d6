using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Ninben.Feel;
using Ninben.Oversight.Proposals;
using Ninben.Runtime.Jobs;

namespace Ninben.Connectors.Llm;

/// <summary>
/// Reads what the model answered, strictly: a field too many, too few, of another type, a number that is none or a confidence outside of
/// 0..1 fails the attempt. There is no repairing and no guessing, because a repaired answer is one that nobody gave.
/// </summary>
internal static class LlmAnswer
{
    private const int MostContent = 128 * 1024;
    private const int MostText = 4_000;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>The fields of a chat completion, in the order asked for.</summary>
    public static ImmutableArray<ProposedField> Read(byte[] completion, ImmutableArray<LlmField> fields, string document)
    {
        using var answer = Parse(Content(completion));
        var root = answer.RootElement;
        if (root.ValueKind != JsonValueKind.Object) throw Bad("its content is not a JSON object");
        foreach (var property in root.EnumerateObject())
            if (!fields.Any(field => property.NameEquals(field.Name))) throw Bad($"it holds '{Short(property.Name)}', which nobody asked for");
        var text = Squeeze(document);
        return [.. fields.Select(field => ReadField(root, field, text))];
    }

    private static byte[] Content(byte[] completion)
    {
        using var document = Parse(completion);
        if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("choices", out var choices)
            || choices.ValueKind != JsonValueKind.Array || choices.GetArrayLength() != 1 || choices[0].ValueKind != JsonValueKind.Object
            || !choices[0].TryGetProperty("message", out var message) || message.ValueKind != JsonValueKind.Object)
            throw Bad("it is not a chat completion with one choice");
        if (choices[0].TryGetProperty("finish_reason", out var reason) && reason.ValueKind == JsonValueKind.String && reason.GetString() != "stop")
            throw Bad($"it ended with '{Short(reason.GetString()!)}' instead of stop");
        if (message.TryGetProperty("refusal", out var refusal)
            && refusal.ValueKind == JsonValueKind.String) throw Bad($"it refused: {Short(refusal.GetString()!)}");
        if (message.TryGetProperty("tool_calls", out var tools) && tools.ValueKind == JsonValueKind.Array
            && tools.GetArrayLength() > 0) throw Bad("it asks to call a tool, and there are none");
        if (!message.TryGetProperty("content", out var content) || content.ValueKind != JsonValueKind.String) throw Bad("it has no content");
        var bytes = System.Text.Encoding.UTF8.GetBytes(content.GetString()!);
        return bytes.Length <= MostContent ? bytes : throw Bad("its content is longer than 128 KB");
    }

    private static JsonDocument Parse(byte[] json)
    {
        try
        {
            return JsonDocument.Parse(json, Strict);
        }
        catch (JsonException exception)
        {
            throw Bad($"it is not JSON ({Short(exception.Message)})");
        }
        catch (InvalidOperationException)
        {
            throw Bad("it holds text that is not valid Unicode");
        }
    }

    private static ProposedField ReadField(JsonElement root, LlmField field, string document)
    {
        if (!root.TryGetProperty(field.Name, out var entry) || entry.ValueKind != JsonValueKind.Object) throw Bad($"the field '{field.Name}' is missing");
        if (entry.EnumerateObject().Count() != 3) throw Bad($"the field '{field.Name}' does not hold exactly value, confidence and quote");
        if (!entry.TryGetProperty("value", out var value) || !entry.TryGetProperty("confidence", out var stated)
            || !entry.TryGetProperty("quote", out var quote))
            throw Bad($"the field '{field.Name}' does not hold exactly value, confidence and quote");
        if (stated.ValueKind != JsonValueKind.Number || !stated.TryGetDecimal(out var confidence) || confidence is < 0 or > 1)
            throw Bad($"the confidence of '{field.Name}' is not a number from 0 to 1");
        if (quote.ValueKind is not (JsonValueKind.String or JsonValueKind.Null)) throw Bad($"the quote of '{field.Name}' is not text");

        var read = ReadValue(field, value);
        ImmutableArray<Reason> reasons = read.IsNull ? [new Reason("not-found", $"{field.Label} was not found.")]
            : IsQuoted(quote, document) ? []
            : [new Reason("not-in-document", $"What {field.Label} is said to be taken from does not stand in the document.")];
        return new ProposedField(field.Name, field.Label, read, new Confidence(Math.Round(confidence, 4)), reasons, [], []);
    }

    private static FeelValue ReadValue(LlmField field, JsonElement value)
    {
        switch (value.ValueKind, field.Type)
        {
            case (JsonValueKind.Null, _):
                return FeelValue.Null;
            case (JsonValueKind.True or JsonValueKind.False, "boolean"):
                return FeelValue.From(value.GetBoolean());
            case (JsonValueKind.Number, "number") when value.TryGetDecimal(out var number):
                return FeelValue.From(number);
            case (JsonValueKind.String, "string") when value.GetString() is { Length: <= MostText } text:
                return FeelValue.From(text);
            case (JsonValueKind.String, "date") when DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture,
                DateTimeStyles.None, out _):
                return FeelValue.From(value.GetString());
            default:
                throw Bad($"the value of '{field.Name}' is not a {field.Type}");
        }
    }

    private static bool IsQuoted(JsonElement quote, string document) =>
        quote.ValueKind == JsonValueKind.String && Squeeze(quote.GetString()!) is { Length: > 0 } text
            && document.Contains(text, StringComparison.OrdinalIgnoreCase);

    // Line breaks and runs of blanks differ between what a page holds and what a model copies; nothing else may.
    private static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Short(string text)
    {
        var plain = new string([.. text.Take(120).Select(character => char.IsControl(character) ? ' ' : character)]);
        return plain.Length < text.Length ? plain + "..." : plain;
    }

    private static ConnectorException Bad(string why) => new($"The model's answer cannot be used: {why}.");
}
