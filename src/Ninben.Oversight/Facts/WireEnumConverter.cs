using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ninben.Oversight.Facts;

/// <summary>Enums as camelCase words on the wire; numbers are refused.</summary>
public sealed class WireEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
