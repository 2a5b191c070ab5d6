using System.Text.Json;
using System.Text.Json.Serialization;
using Ninben.Feel;

namespace Ninben.Oversight.Facts;

/// <summary>FEEL contexts as JSON objects on the wire.</summary>
public sealed class FeelContextConverter : JsonConverter<FeelContext>
{
    /// <inheritdoc/>
    public override FeelContext Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        FeelValue value = FeelJson.Read(ref reader);
        return value.Kind == FeelKind.Context ? value.AsContext() : throw new JsonException($"Expected an object, found {value.Kind}.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, FeelContext value, JsonSerializerOptions options) => FeelJson.Write(writer, FeelValue.From(value));
}
