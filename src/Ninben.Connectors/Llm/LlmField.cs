using System.Collections.Immutable;
using Ninben.Feel;
using Ninben.Runtime.Jobs;

namespace Ninben.Connectors.Llm;

/// <summary>One field that the model is asked for.</summary>
/// <param name="Name">Entry of the answer.</param>
/// <param name="Label">For people.</param>
/// <param name="Type"><c>string</c>, <c>number</c>, <c>boolean</c> or <c>date</c> (ISO 8601).</param>
/// <param name="Description">What is asked, in words for the model.</param>
internal sealed record LlmField(string Name, string Label, string Type, string Description)
{
    private const int MostFields = 40;

    /// <summary>Reads the input <c>fields</c>: a list of <c>{name, label?, type?, description?}</c>.</summary>
    public static ImmutableArray<LlmField> ReadAll(FeelContext input)
    {
        if (!input.TryGetValue("fields", out var value) || value.Kind != FeelKind.List || value.AsList() is not { Count: > 0 and <= MostFields } list)
            throw Wrong("The input fields must be a list of 1 to 40 contexts {name, label, type, description}.");
        var fields = list.Select(Read).ToImmutableArray();
        return fields.Select(field => field.Name).Distinct(StringComparer.Ordinal).Count() == fields.Length ? fields
            : throw Wrong("Two fields have the same name.");
    }

    private static LlmField Read(FeelValue value)
    {
        var name = Text(value["name"]) ?? throw Wrong("Every field needs a name.");
        var type = Text(value["type"]) ?? "string";
        if (type is not ("string" or "number" or "boolean" or "date")) throw Wrong(
            $"The type of field '{name}' must be string, number, boolean or date, found '{type}'.");
        return new LlmField(name, Text(value["label"]) ?? name, type, Text(value["description"]) ?? name);
    }

    private static string? Text(FeelValue value) => value.Kind == FeelKind.String && value.AsString().Length > 0 ? value.AsString() : null;

    private static ConnectorException Wrong(string message) => new(message) { Retryable = false };
}
