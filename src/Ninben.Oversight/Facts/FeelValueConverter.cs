using System.Text.Json;
using System.Text.Json.Serialization;
using Ninben.Feel;

namespace Ninben.Oversight.Facts;

/// <summary>FEEL values as plain JSON on the wire.</summary>
public sealed class FeelValueConverter : JsonConverter<FeelValue>
{
    /// <summary>JSON null is the value null.</summary>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override FeelValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => FeelJson.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, FeelValue value, JsonSerializerOptions options) => FeelJson.Write(writer, value);
}
