using System.Text;
using System.Text.Json.Nodes;

namespace Ninben.Dev.Commands.OpenApi;

/// <summary>TypeScript types for the schemas of our API document: objects, unions of words, lists, maps, references. Nothing else occurs in it.</summary>
internal static class TypeScriptTypes
{
    private const string PagePrefix = "PageOf";
    private const int LongestLine = 140;

    public static string Write(JsonObject document)
    {
        var text = new StringBuilder("""
            // Made by ./dev openapi from the server's own description of its API. Do not edit.

            /** Any JSON value. */
            export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
            export type JsonObject = { readonly [name: string]: Json };

            /** ISO 8601 in UTC. */
            export type Instant = string;

            /** One page of a list; `next` continues it, null on the last one. */
            export interface Page<T> {
              items: T[];
              next: string | null;
            }

            """);
        foreach (var (name, schema) in document["components"]!["schemas"]!.AsObject().OrderBy(s => s.Key, StringComparer.Ordinal))
            Declare(text, name, schema!.AsObject());
        return text.ToString();
    }

    private static void Declare(StringBuilder text, string name, JsonObject schema)
    {
        if (name is "Stream" or "IFormFile") return;
        text.Append('\n');
        if ((string?)schema["description"] is { } why) text.Append("/** ")
            .Append(why.Replace("\n", " ", StringComparison.Ordinal).Replace("*/", "* /", StringComparison.Ordinal)).Append(" */\n");
        if (name.StartsWith(PagePrefix, StringComparison.Ordinal)) text.Append($"export type {name} = Page<{name[PagePrefix.Length..]}>;\n");
        else if (schema["properties"] is JsonObject members) Members(text, name, schema, members);
        else text.Append($"export type {name} = {TypeOf(schema)};\n");
    }

    private static void Members(StringBuilder text, string name, JsonObject schema, JsonObject members)
    {
        var required = schema["required"] is JsonArray names ? names.Select(n => (string)n!).ToHashSet() : [];
        text.Append($"export interface {name} {{\n");
        foreach (var (member, type) in members) text.Append($"  {member}{(required.Contains(member) ? "" : "?")}: {TypeOf(type!.AsObject())};\n");
        text.Append("}\n");
    }

    private static string TypeOf(JsonObject schema)
    {
        if ((string?)schema["$ref"] is { } reference) return Name(reference[(reference.LastIndexOf('/') + 1)..]);
        if (schema["enum"] is JsonArray words) return Union(words.Select(w => $"'{(string)w!}'"));
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices) return Union(choices.Select(c => TypeOf(c!.AsObject())));
        return schema["type"] switch
        {
            null => "Json",
            JsonArray kinds => Union(kinds.Select(k => Simple((string)k!, schema))),
            var kind => Simple((string)kind!, schema),
        };
    }

    private static string Simple(string kind, JsonObject schema) => kind switch
    {
        "null" => "null",
        "string" => (string?)schema["format"] == "date-time" ? "Instant" : "string",
        "boolean" => "boolean",
        "integer" or "number" => "number",
        "array" => ListOf(TypeOf(schema["items"]!.AsObject())),
        "object" when schema["additionalProperties"] is JsonObject { } any && any["type"] is null && any["$ref"] is null => "JsonObject",
        "object" when schema["additionalProperties"] is JsonObject values => $"{{ [name: string]: {TypeOf(values)} }}",
        "object" => "JsonObject",
        _ => throw new FormatException($"The API document has a schema of type '{kind}', which the generator does not know."),
    };

    private static string Name(string schema) => schema.StartsWith(PagePrefix, StringComparison.Ordinal) ? $"Page<{schema[PagePrefix.Length..]}>" : schema;

    private static string ListOf(string item) => item.Contains('|', StringComparison.Ordinal) ? $"({item})[]" : item + "[]";

    private static string Union(IEnumerable<string> choices)
    {
        var all = choices.Distinct().OrderBy(c => c == "null").ToList();
        var line = string.Join(" | ", all);
        return line.Length < LongestLine ? line : "\n    | " + string.Join("\n    | ", all);
    }
}
