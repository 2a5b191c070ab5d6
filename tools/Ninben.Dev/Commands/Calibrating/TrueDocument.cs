using System.Text.Json;

namespace Ninben.Dev.Commands.Calibrating;

/// <summary>A document with its true values, as documents.json lists them.</summary>
internal sealed record TrueDocument(string File, string Kind, bool Legible, IReadOnlyDictionary<string, JsonElement> Truth)
{
    /// <summary>Reads documents.json.</summary>
    public static IReadOnlyList<TrueDocument> ReadAll(string path)
    {
        using var json = JsonDocument.Parse(System.IO.File.ReadAllText(path));
        return [.. json.RootElement.GetProperty("documents").EnumerateArray().Select(Read)];
    }

    private static TrueDocument Read(JsonElement entry)
    {
        var truth = entry.GetProperty("truth").EnumerateObject().ToDictionary(property => property.Name, property => property.Value.Clone());
        var scan = entry.TryGetProperty("scan", out var look) ? look.GetString() : null;
        return new TrueDocument(entry.GetProperty("file").GetString()!, entry.TryGetProperty("kind", out var kind) ? kind.GetString()! : "auto",
            scan != "unreadable", truth);
    }
}
